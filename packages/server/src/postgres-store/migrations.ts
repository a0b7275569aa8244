/**
 * The tables that every district has, release by release. A migration that has been published is never altered: what comes
 * after it is a further one. Every table begins with the district, which is what a cluster spreads them by.
 */
export const migrations: readonly { readonly name: string; readonly script: string }[] = [
  {
    name: '0001-record',
    script: `
create sequence keting.seq;

-- One row for each district: its name, how often its record has moved to another server, and by which views it is written.
create table keting.districts (
  district text not null primary key,
  epoch integer not null default 1,
  shape text not null default ''
);

-- Each command that took effect, for good: whoever sends it again gets what came of it.
create table keting.commands (
  district text not null,
  command uuid not null,
  receipt json,
  primary key (district, command)
);

-- Each stream as it stands.
create table keting.streams (
  district text not null,
  stream text collate "C" not null,
  version integer not null,
  model text not null,
  link text not null,
  state json,
  primary key (district, stream)
);

-- The record. \`event\` is the text that the link was made over.
create table keting.events (
  district text not null,
  stream text collate "C" not null,
  version integer not null,
  epoch integer not null,
  xid bigint not null,
  seq bigint not null default nextval('keting.seq'),
  event json not null,
  primary key (district, stream, version)
);
create unique index events_in_order on keting.events (district, epoch, xid, seq);

-- Keys that are unique in a district, each with the stream that holds it.
create table keting.claims (
  district text not null,
  key text collate "C" not null,
  owner text not null,
  primary key (district, key)
);

-- Names, free texts, minutes: what can be erased. The record refers to it and stays whole without it.
create table keting.contents (
  district text not null,
  id text not null,
  salt text not null,
  value text not null,
  primary key (district, id)
);

-- What was erased, so that it is erased again where an older copy is restored.
create table keting.erasures (
  district text not null,
  id text not null,
  at timestamptz not null default now(),
  primary key (district, id)
);

create table keting.series (
  district text not null,
  series text not null,
  last integer not null,
  primary key (district, series)
);

-- What each commit brought, for those who follow; kept for a day.
create table keting.news (
  district text not null,
  epoch integer not null,
  xid bigint not null,
  seq bigint not null default nextval('keting.seq'),
  at timestamptz not null default now(),
  news json not null,
  primary key (district, epoch, xid, seq)
);

-- Up to where news were taken away.
create table keting.forgotten (
  district text not null primary key,
  epoch integer not null,
  xid bigint not null,
  seq bigint not null
);

-- The tables of views, each as it is made.
create table keting.view_tables (
  name text not null primary key,
  definition text not null
);

-- The views that each district's rows are complete of, as they were projected.
create table keting.views (
  district text not null,
  name text not null,
  definition text not null,
  primary key (district, name)
);

-- The next number of a series. Durable with the commit that uses it, so it need not wait for the disk itself.
create function keting.next(p_district text, p_series text) returns integer language plpgsql as $$
declare
  given integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into keting.series as s (district, series, last) values (p_district, p_series, 1)
    on conflict (district, series) do update set last = s.last + 1
    returning last into given;
  return given;
end $$;
`,
  },
  {
    name: '0002-models',
    script: `
-- The governance models that a district has run under, each by the hash by which events name it.
create table keting.models (
  district text not null,
  hash text not null,
  at timestamptz not null default now(),
  model json not null,
  primary key (district, hash)
);
`,
  },
];
