create table bonus (
  id text collate "C" not null primary key,
  assignment_id text collate "C" not null references assignment (id),
  requester_id text collate "C" not null references account (id),
  worker_id text collate "C" not null references account (id),
  bonus_key text collate "C" not null,
  minor bigint not null check (minor > 0),
  currency text collate "C" not null,
  reason text collate "C" not null,
  made bigint not null,
  unique (requester_id, bonus_key)
);

create index bonus_of_worker on bonus (worker_id, made, id);

-- The least that is paid out at once, by currency; 1 where there is none.
create table payout_least (
  currency text collate "C" not null primary key,
  minor bigint not null check (minor > 0)
);

-- What stands in one settlement file.
create table payout_batch (
  id text collate "C" not null primary key,
  batch_key text collate "C" not null unique,
  made bigint not null
);

create table payout (
  id text collate "C" not null primary key,
  worker_id text collate "C" not null references account (id),
  payout_key text collate "C" not null,
  minor bigint not null check (minor > 0),
  currency text collate "C" not null,
  state text collate "C" not null check (state in ('REQUESTED', 'SENT', 'PAID', 'RETURNED')),
  asked bigint not null,
  batch_id text collate "C" references payout_batch (id),
  settled bigint,
  words text,
  unique (worker_id, payout_key)
);

create index payout_of_worker on payout (worker_id, asked, id);
create index payout_waiting on payout (asked, id) where state = 'REQUESTED';
create index payout_of_batch on payout (batch_id, id) where batch_id is not null;
