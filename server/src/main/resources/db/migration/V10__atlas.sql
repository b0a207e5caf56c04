-- A journey map as it is now: what people authored, in canonical text.
create table journey_map (
  id varchar(36) primary key,
  workspace varchar(63) not null,
  revision bigint not null,
  document text not null,
  summary text not null,
  created_at bigint not null,
  updated_at bigint not null,
  binned_at bigint
);
create index journey_map_of_workspace on journey_map (workspace, updated_at);

-- Every change that was applied, with what undoes it.
create table map_change (
  map varchar(36) not null references journey_map (id) on delete cascade,
  revision bigint not null,
  id varchar(36) not null,
  base bigint not null,
  label varchar(400) not null,
  author varchar(200),
  at bigint not null,
  operations text not null,
  inverse text not null,
  primary key (map, revision)
);
create unique index map_change_once on map_change (map, id);

-- The library of personas; a map carries a copy of those that it shows.
create table persona (
  workspace varchar(63) not null,
  id varchar(36) not null,
  revision bigint not null,
  document text not null,
  updated_at bigint not null,
  primary key (workspace, id)
);

create table persona_on_map (
  map varchar(36) not null references journey_map (id) on delete cascade,
  persona varchar(36) not null,
  primary key (map, persona)
);
create index persona_on_map_by_persona on persona_on_map (persona);
