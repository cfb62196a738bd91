-- A draft's slots are all withdrawn. A deleted group is hidden; its answers stay.
alter table task_group add column state text collate "C" not null default 'PUBLISHED'
  check (state in ('DRAFT', 'PUBLISHED', 'DELETED'));
alter table task_group add column created bigint not null default 0;
alter table task_group add column copies integer not null default 1;
alter table task_group add column tasks integer not null default 0;
alter table task_group add column annotation text collate "C";
-- From publication; the last moment of the year 9999 stands for no end.
alter table task_group add column lifetime_seconds bigint;
alter table task_group add column expires bigint not null default 253402300799999;
-- When slots that nobody took are next to be withdrawn.
alter table task_group add column close_due bigint;

update task_group set created = published,
  tasks = (select count(*) from task where task.group_id = task_group.id);

create index task_group_open_of_kind on task_group (kind, priority desc, published desc, id desc)
  where open_slots > 0;
create index task_group_closing on task_group (close_due) where close_due is not null;
create index task_group_of_requester on task_group (requester_id, created, id);

alter table task add column position integer not null default 0;
alter table task add column annotation text collate "C";

drop index task_of_group;
create index task_of_group on task (group_id, position, id);

-- Done without an answer: the group expired, or is a draft.
alter table slot add column withdrawn integer not null default 0 check (withdrawn in (0, 1));

-- held_until is 0 until somebody first takes the slot: those come in the order of their position.
drop index slot_in_order;
drop index slot_held;
create index slot_free on slot (group_id, held_until, position) where done = 0;
create index slot_last on slot (group_id, position);
create index slot_withdrawn on slot (group_id) where withdrawn = 1;

create index assignment_unanswered on assignment (worker_id, group_id, deadline) where submitted is null;
create index assignment_of_group on assignment (group_id, state, submitted, id);
create index assignment_due_worker on assignment (worker_id, due) where state = 'SUBMITTED';
create index assignment_due_requester on assignment (requester_id, due) where state = 'SUBMITTED';

-- How far a worker has come in a group: what is free before this belongs to tasks they answered.
create table progress (
  worker_id text collate "C" not null references account (id),
  group_id text collate "C" not null references task_group (id),
  fresh_from integer not null,
  released_from bigint not null,
  primary key (worker_id, group_id)
);

-- Calls that changed something, so that the same call again does not.
create table call_made (
  account_id text collate "C" not null references account (id),
  call_key text collate "C" not null,
  fingerprint text collate "C" not null,
  made bigint not null,
  primary key (account_id, call_key)
);

-- Which bucket a worker's mean time stands in: 64 times the binary logarithm of milliseconds.
alter table work_time add column bucket integer not null default -1;

update work_time set bucket = case when total_millis < tasks then -1
  else cast(floor(64 * ln(total_millis / tasks) / ln(2)) as integer) end;

create table work_time_bucket (
  group_id text collate "C" not null references task_group (id),
  bucket integer not null,
  entries bigint not null,
  millis bigint not null,
  primary key (group_id, bucket)
);

insert into work_time_bucket (group_id, bucket, entries, millis)
  select group_id, bucket, count(*), sum(total_millis / tasks) from work_time group by group_id, bucket;

-- Times to payment, in blocks of 100 payments; the newest two are kept.
alter table standing add column payments bigint not null default 0;

create table pay_time_bucket (
  requester_id text collate "C" not null references account (id),
  block bigint not null,
  bucket integer not null,
  entries bigint not null,
  millis bigint not null,
  primary key (requester_id, block, bucket)
);

insert into pay_time_bucket (requester_id, block, bucket, entries, millis)
  select requester_id, 0, bucket, count(*), sum(millis)
  from (
    select requester_id, millis,
      case when millis < 1 then -1 else cast(floor(64 * ln(millis) / ln(2)) as integer) end as bucket
    from (
      select requester_id, decided - submitted as millis,
        row_number() over (partition by requester_id order by decided desc) as place
      from assignment where state = 'APPROVED'
    ) as newest where place <= 100
  ) as placed group by requester_id, bucket;

update standing set payments = coalesce(
  (select sum(entries) from pay_time_bucket p where p.requester_id = standing.requester_id), 0);
