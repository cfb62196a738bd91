-- When a task was given back; not known of those from before.
alter table assignment add column returned bigint;
-- Time on doing it again, and money beyond the reward in the currency of the group.
alter table assignment add column redo_millis bigint not null default 0;
alter table assignment add column bonus_minor bigint not null default 0;

update assignment set redo_millis = (
    select coalesce(sum(case
      when r.redone - r.asked < assignment.submitted - assignment.accepted then r.redone - r.asked
      else assignment.submitted - assignment.accepted end), 0)
    from redo r where r.assignment_id = assignment.id and r.redone is not null)
  where id in (select assignment_id from redo where redone is not null);

update assignment set bonus_minor = (
    select coalesce(sum(b.minor), 0) from bonus b join task_group g on g.currency = b.currency
    where b.assignment_id = assignment.id and g.id = assignment.group_id)
  where id in (select assignment_id from bonus);

-- Sums over work that ended, and the quartiles over workers in minor units an hour.
alter table task_group add column earned_minor bigint not null default 0;
alter table task_group add column earned_millis bigint not null default 0;
alter table task_group add column earned_approved integer not null default 0;
alter table task_group add column earned_rejected integer not null default 0;
alter table task_group add column earned_returned integer not null default 0;
alter table task_group add column hourly_low bigint;
alter table task_group add column hourly_high bigint;
alter table task_group add column hourly_workers integer not null default 0;

-- What one worker earned of a group, or of a requester in one currency, and in what time.
create table earned (
  subject_id text not null,
  worker_id text not null,
  currency text not null,
  minor bigint not null,
  millis bigint not null,
  -- Answers that were decided on; a worker without one is in no bucket.
  decided integer not null,
  primary key (subject_id, worker_id, currency)
);

-- Workers by what they earn an hour, in thousandths of a minor unit: 64 times its binary logarithm.
create table earned_bucket (
  subject_id text not null,
  currency text not null,
  bucket integer not null,
  entries bigint not null,
  rates bigint not null,
  primary key (subject_id, currency, bucket)
);

-- Sums by the day since 1970 of handing in or giving back; a requester's for all time under -1.
create table earned_sum (
  subject_id text not null,
  currency text not null,
  day bigint not null,
  minor bigint not null,
  millis bigint not null,
  approved integer not null,
  rejected integer not null,
  returned integer not null,
  -- With a requester's sums for all time: workers of whose answers one was decided on.
  workers integer not null default 0,
  primary key (subject_id, currency, day)
);

create index earned_all_time on earned_sum (subject_id) where day = -1;

-- Medians over requesters, made anew at most once an hour; the currency is empty where there is none.
create table market_median (
  figure text not null,
  currency text not null,
  median double precision not null,
  requesters integer not null,
  made bigint not null,
  primary key (figure, currency)
);

-- Requesters whose work is to be counted anew, by the next hub that starts.
create table earned_due (
  requester_id text not null primary key
);

insert into earned_due (requester_id) select distinct requester_id from assignment;
