-- The latest check of each map: the map as it was checked, with verdicts and reality.
create table map_check (
  map varchar(36) primary key,
  workspace varchar(63) not null,
  revision bigint not null,
  checked_at bigint not null,
  customers bigint not null,
  events bigint not null,
  data_through bigint,
  fits bigint,
  marks text not null,
  document text not null,
  ground text not null
);
create index map_check_of_workspace on map_check (workspace);

-- What each claim was found to be, a row for each time that it came out differently.
create table claim_verdict (
  map varchar(36) not null,
  claim varchar(36) not null,
  at bigint not null,
  revision bigint not null,
  workspace varchar(63) not null,
  element varchar(36) not null,
  statement varchar(1000) not null,
  verdict varchar(20) not null,
  former varchar(20),
  sentence varchar(1000) not null,
  n bigint not null,
  observed double precision,
  primary key (map, claim, at)
);
create index claim_verdict_news on claim_verdict (workspace, at);

-- Paths that customers take and nobody drew, since they were first seen.
create table undrawn_path (
  map varchar(36) not null,
  from_stage varchar(36) not null,
  from_name varchar(200) not null,
  to_stage varchar(36) not null,
  to_name varchar(200) not null,
  workspace varchar(63) not null,
  first_at bigint not null,
  is_news boolean not null,
  customers bigint not null,
  of_customers bigint not null,
  primary key (map, from_stage, from_name, to_stage, to_name)
);
