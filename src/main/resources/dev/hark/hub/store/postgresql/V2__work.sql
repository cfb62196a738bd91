create table medium (
  id text collate "C" not null primary key,
  owner_id text collate "C" not null references account (id),
  sha256 text collate "C" not null,
  type text collate "C" not null,
  bytes bigint not null,
  seconds double precision,
  created bigint not null
);

create table task_group (
  id text collate "C" not null primary key,
  requester_id text collate "C" not null references account (id),
  title text collate "C" not null,
  kind text collate "C" not null,
  language text collate "C" not null,
  reward_minor bigint not null check (reward_minor > 0),
  currency text collate "C" not null,
  allowed_seconds bigint not null check (allowed_seconds > 0),
  approve_seconds bigint not null check (approve_seconds >= 0),
  needs text collate "C" not null,
  keywords text collate "C" not null,
  audio_seconds double precision,
  priority integer not null default 0,
  published bigint not null,
  publish_key text collate "C" not null,
  fingerprint text collate "C" not null,
  open_slots integer not null check (open_slots >= 0),
  lower_seconds double precision,
  upper_seconds double precision,
  timed_workers integer not null default 0,
  unique (requester_id, publish_key)
);

create index task_group_open on task_group (priority desc, published desc, id desc) where open_slots > 0;

create table task (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references task_group (id),
  question text collate "C" not null,
  gold text collate "C"
);

create index task_of_group on task (group_id);

-- One answer that is wanted for a task. Held until a deadline, done once an answer is in.
create table slot (
  id text collate "C" not null primary key,
  group_id text collate "C" not null references task_group (id),
  task_id text collate "C" not null references task (id),
  position integer not null,
  done integer not null default 0 check (done in (0, 1)),
  holder text collate "C",
  held_until bigint not null default 0
);

create index slot_in_order on slot (group_id, position) where done = 0;
create index slot_held on slot (group_id, held_until) where done = 0;
create index slot_of_task on slot (task_id);

create table assignment (
  id text collate "C" not null primary key,
  slot_id text collate "C" not null references slot (id),
  task_id text collate "C" not null references task (id),
  group_id text collate "C" not null references task_group (id),
  requester_id text collate "C" not null references account (id),
  worker_id text collate "C" not null references account (id),
  state text collate "C" not null check (state in ('HELD', 'RETURNED', 'SUBMITTED', 'APPROVED', 'REJECTED')),
  accept_key text collate "C" not null,
  accepted bigint not null,
  deadline bigint not null,
  submitted bigint,
  answer_key text collate "C",
  answer text collate "C",
  due bigint,
  decided bigint,
  reason text collate "C",
  unique (worker_id, accept_key)
);

create unique index assignment_once on assignment (task_id, worker_id) where submitted is not null;
create index assignment_of_worker on assignment (worker_id, group_id);
create index assignment_held on assignment (worker_id, deadline) where state = 'HELD';
create index assignment_handed_in on assignment (worker_id, submitted) where submitted is not null;
create index assignment_inbox on assignment (requester_id, state, submitted, id);
create index assignment_states on assignment (state, submitted, id);
create index assignment_due on assignment (due) where state = 'SUBMITTED';
create index assignment_paid on assignment (requester_id, decided) where state = 'APPROVED';

-- What one worker's tasks in a group took, from accept to submit.
create table work_time (
  group_id text collate "C" not null references task_group (id),
  worker_id text collate "C" not null references account (id),
  total_millis bigint not null,
  tasks integer not null,
  primary key (group_id, worker_id)
);
