-- A body of events with its maps. Its events are in the folder of the same name.
create table workspace (
  id varchar(63) primary key,
  name varchar(200) not null,
  synthetic boolean not null,
  note varchar(1000),
  created_at bigint not null
);
