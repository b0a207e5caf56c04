-- Long work. Progress is written now and then, state at once.
create table job (
  id varchar(36) primary key,
  workspace varchar(63) not null,
  kind varchar(20) not null,
  title varchar(1000) not null,
  state varchar(20) not null,
  done bigint not null,
  total bigint,
  unit varchar(40) not null,
  sentence varchar(4000) not null,
  input text not null,
  result text,
  problems text not null,
  created_at bigint not null,
  started_at bigint,
  ended_at bigint
);
create index job_of_workspace on job (workspace, created_at);
