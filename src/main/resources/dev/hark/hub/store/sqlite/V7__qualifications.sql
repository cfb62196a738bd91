-- A kind of qualification. The operator's are shared: every requester may ask for them.
create table qualification (
  id text not null primary key,
  owner_id text not null references account (id),
  shared integer not null check (shared in (0, 1)),
  name text not null,
  description text not null,
  way text not null check (way in ('AUTOMATIC', 'REQUEST', 'OWNER', 'TEST')),
  least bigint not null,
  most bigint not null check (most >= least),
  automatic_value bigint,
  retry_seconds bigint,
  test text,
  answer_key text,
  pass_mark bigint,
  steps text,
  questions integer not null default 0,
  points bigint not null default 0,
  test_seconds bigint,
  retired integer not null default 0 check (retired in (0, 1)),
  created bigint not null,
  create_key text not null,
  fingerprint text not null,
  unique (owner_id, create_key)
);

create index qualification_of_owner on qualification (owner_id, created, id);
create index qualification_shared on qualification (created, id) where shared = 1;
create index qualification_offered on qualification (created, id) where retired = 0;

-- What one worker has of one kind, and what became of the last wish for it.
create table worker_qualification (
  worker_id text not null references account (id),
  qualification_id text not null references qualification (id),
  owner_id text not null references account (id),
  state text not null check (state in ('PENDING', 'TESTING', 'GRANTED', 'DENIED', 'REVOKED', 'FAILED')),
  value bigint,
  words text not null,
  reason text not null,
  asked bigint,
  changed bigint not null,
  primary key (worker_id, qualification_id)
);

create index worker_qualification_changed on worker_qualification (worker_id, changed, qualification_id);
create index worker_qualification_waiting on worker_qualification (owner_id, changed, worker_id, qualification_id)
  where state = 'PENDING';
create index worker_qualification_of_kind on worker_qualification (qualification_id, state, changed, worker_id);

-- One try at a test. Its number among the worker's tries makes a second one at the same moment fail.
create table test_attempt (
  id text not null primary key,
  worker_id text not null references account (id),
  qualification_id text not null references qualification (id),
  number integer not null,
  start_key text not null,
  started bigint not null,
  deadline bigint not null,
  submit_key text,
  submitted bigint,
  answer text,
  points bigint,
  value bigint,
  unique (worker_id, qualification_id, number),
  unique (worker_id, start_key)
);

-- What was decided on a worker's answers; counts that are kept up as decisions are made.
create table worker_figures (
  worker_id text not null primary key references account (id),
  decided bigint not null default 0,
  approved bigint not null default 0
);

insert into worker_figures (worker_id, decided, approved)
select worker_id, count(*), sum(case when state = 'APPROVED' then 1 else 0 end)
from assignment where state in ('APPROVED', 'REJECTED') group by worker_id;

-- Where a worker says they live.
create table worker_place (
  worker_id text not null primary key references account (id),
  country text not null,
  region text,
  declared bigint not null
);

-- Everybody who meets the same requirements for seeing a group at all. Its id is a digest of them.
create table audience (
  id text not null primary key,
  anchor text not null,
  requirements text not null
);

create index audience_of_anchor on audience (anchor);

alter table task_group add column requirements text;
alter table task_group add column audience_id text not null default '';

create index task_group_for_all on task_group (priority desc, published desc, id desc)
  where open_slots > 0 and audience_id = '';

-- The audience stands in the index, so that a group that is not for somebody is passed over unread.
drop index if exists task_group_open;
create index task_group_listed on task_group (priority desc, published desc, id desc, audience_id)
  where open_slots > 0;

drop index if exists task_group_open_of_kind;
create index task_group_listed_of_kind on task_group (kind, priority desc, published desc, id desc, audience_id)
  where open_slots > 0;

-- Sounds and pictures of groups that not everybody may look at.
create table guarded_medium (
  medium_id text not null references medium (id),
  group_id text not null references task_group (id),
  primary key (medium_id, group_id)
);
