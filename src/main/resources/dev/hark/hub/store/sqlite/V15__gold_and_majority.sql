-- Random texts that all hubs on this database share and that nobody else knows.
create table hub_secret (
  name text not null primary key,
  value text not null
);

-- What a requester wants of a group's answers; a group without a row has no gold mixed in and no rule of agreement.
create table group_quality (
  group_id text not null primary key references task_group (id),
  gold_rate double precision not null,
  gold_tasks integer not null,
  -- Answers to gold that are paid for at most, how many of them workers were promised, and how many are in.
  gold_budget integer not null,
  gold_lent integer not null default 0,
  gold_answered integer not null default 0,
  approve_gold integer not null check (approve_gold in (0, 1)),
  agreement double precision,
  enough integer
);

-- Gold that is mixed in: a task without slots of its own until somebody meets it.
create table gold_task (
  group_id text not null references task_group (id),
  number integer not null,
  task_id text not null unique references task (id),
  primary key (group_id, number)
);

-- How many tasks of the group a worker answered, how many of them gold; and which gold they were given last.
create table gold_meeting (
  group_id text not null references task_group (id),
  worker_id text not null references account (id),
  answered integer not null default 0,
  met integer not null default 0,
  lent text,
  primary key (group_id, worker_id)
);

-- The options that count for a choice: one for each worker and task, rejected answers left out.
create table choice_vote (
  task_id text not null references task (id),
  worker_id text not null references account (id),
  pool text not null,
  said text not null,
  primary key (task_id, worker_id)
);

-- What each task adds to the expected counts now.
create table choice_belief (
  task_id text not null references task (id),
  truth text not null,
  probability double precision not null,
  primary key (task_id, truth)
);

-- Expected number of tasks of each truth, by group and options.
create table choice_prior (
  pool text not null,
  truth text not null,
  weight double precision not null,
  primary key (pool, truth)
);

-- Expected number of a worker's answers, by truth and by what they said.
create table choice_confusion (
  pool text not null,
  worker_id text not null,
  truth text not null,
  said text not null,
  weight double precision not null,
  primary key (pool, worker_id, truth, said)
);
