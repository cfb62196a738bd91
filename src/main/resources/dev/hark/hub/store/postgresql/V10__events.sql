-- What happened. Rows are written without a position, in the transaction of what they tell, and are numbered afterwards by
-- one transaction at a time: whoever sees a position sees all before it. Readers see numbered rows only.
create table event (
  id text collate "C" not null primary key,
  ordinal bigint not null,
  happened bigint not null,
  kind text collate "C" not null,
  open integer not null check (open in (0, 1)),
  requester_id text collate "C",
  worker_id text collate "C",
  group_id text collate "C",
  assignment_id text collate "C",
  data text collate "C" not null,
  position bigint
);

create index event_unnumbered on event (ordinal, id) where position is null;
create unique index event_in_order on event (position) where position is not null;
create index event_open on event (position) where position is not null and open = 1;
create index event_of_requester on event (requester_id, position)
  where position is not null and open = 0 and requester_id is not null;
create index event_of_worker on event (worker_id, position)
  where position is not null and open = 0 and worker_id is not null;

-- One row: the last position given, and the last one that is no longer kept. Whoever numbers holds it.
create table event_count (
  id integer not null primary key check (id = 1),
  numbered bigint not null,
  pruned bigint not null
);

insert into event_count (id, numbered, pruned) values (1, 0, 0);

create table webhook (
  id text collate "C" not null primary key,
  requester_id text collate "C" not null references account (id),
  url text collate "C" not null,
  -- Codes with a space around each; empty for all.
  kinds text collate "C" not null,
  secret text collate "C" not null,
  old_secret text collate "C",
  old_until bigint,
  state text collate "C" not null check (state in ('ACTIVE', 'DISABLED')),
  created bigint not null,
  failing_since bigint,
  failures integer not null default 0,
  paused_until bigint not null default 0
);

create index webhook_of_requester on webhook (requester_id, created, id);
create index webhook_active on webhook (paused_until) where state = 'ACTIVE';

create table delivery (
  id text collate "C" not null primary key,
  webhook_id text collate "C" not null,
  event_id text collate "C" not null,
  kind text collate "C" not null,
  body text collate "C" not null,
  state text collate "C" not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  created bigint not null,
  ordinal bigint not null,
  attempts integer not null default 0,
  give_up bigint not null,
  due bigint not null,
  leased_until bigint not null default 0,
  lease text collate "C",
  tried bigint,
  status integer,
  fault text collate "C",
  unique (webhook_id, event_id)
);

create index delivery_due on delivery (webhook_id, due) where state = 'WAITING';
create index delivery_recent on delivery (webhook_id, ordinal desc);
create index delivery_old on delivery (created);
