create table bonus (
  id text not null primary key,
  assignment_id text not null references assignment (id),
  requester_id text not null references account (id),
  worker_id text not null references account (id),
  bonus_key text not null,
  minor bigint not null check (minor > 0),
  currency text not null,
  reason text not null,
  made bigint not null,
  unique (requester_id, bonus_key)
);

create index bonus_of_worker on bonus (worker_id, made, id);

-- The least that is paid out at once, by currency; 1 where there is none.
create table payout_least (
  currency text not null primary key,
  minor bigint not null check (minor > 0)
);

-- What stands in one settlement file.
create table payout_batch (
  id text not null primary key,
  batch_key text not null unique,
  made bigint not null
);

create table payout (
  id text not null primary key,
  worker_id text not null references account (id),
  payout_key text not null,
  minor bigint not null check (minor > 0),
  currency text not null,
  state text not null check (state in ('REQUESTED', 'SENT', 'PAID', 'RETURNED')),
  asked bigint not null,
  batch_id text references payout_batch (id),
  settled bigint,
  words text,
  unique (worker_id, payout_key)
);

create index payout_of_worker on payout (worker_id, asked, id);
create index payout_waiting on payout (asked, id) where state = 'REQUESTED';
create index payout_of_batch on payout (batch_id, id) where batch_id is not null;
