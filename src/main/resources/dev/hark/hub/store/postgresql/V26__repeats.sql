-- How often a worker's next task of a group is one that they answered before, how many of those are paid for at most, and how many workers were given.
alter table group_quality add column repeat_rate double precision not null default 0;
alter table group_quality add column repeats_most integer not null default 0;
alter table group_quality add column repeats_lent integer not null default 0;

-- How many of them a worker answered.
alter table gold_meeting add column repeated integer not null default 0;

-- A task that is another one once more, for a single worker; it has no slot among those wanted.
create table repeat_task (
  task_id text collate "C" not null primary key references task (id),
  of_task_id text collate "C" not null references task (id),
  -- What this worker said the first time.
  of_assignment_id text collate "C" not null unique references assignment (id),
  worker_id text collate "C" not null references account (id),
  group_id text collate "C" not null references task_group (id),
  -- How much of both is the same, once both are in.
  agreement double precision
);

create index repeat_of_task on repeat_task (of_task_id);
create index repeat_of_worker on repeat_task (worker_id);
create index repeat_of_group on repeat_task (group_id);
