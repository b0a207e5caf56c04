-- What is known of a source beside its events: the log holds those, this how they came.
create table source (
  workspace varchar(63) not null,
  id varchar(64) not null,
  log_source varchar(200) not null,
  name varchar(1000) not null,
  kind varchar(20) not null,
  format varchar(20),
  imported_at bigint not null,
  rows_read bigint not null,
  stored bigint not null,
  duplicates bigint not null,
  rejected bigint not null,
  rejected_file varchar(100),
  synthetic boolean not null,
  primary key (workspace, id)
);

-- A file that came in and is not imported yet; its bytes are in the folder of the workspace.
create table upload (
  id varchar(36) primary key,
  workspace varchar(63) not null,
  name varchar(1000) not null,
  bytes bigint not null,
  created_at bigint not null
);

-- How many events of each source there were when an import began, so that one that was broken off
-- and resumed counts what it stored in all its runs.
create table import_start (
  job varchar(36) primary key,
  events text not null
);
