-- Which account's person this is too, where a moderator says so; null for a person of their own.
alter table account add column same_as text;
create index account_same on account (same_as) where same_as is not null;

-- Who ever paid whom for approved work: whose reviews count follows from it.
create table paid_by (
  worker_id text not null references account (id),
  requester_id text not null references account (id),
  first_paid bigint not null,
  primary key (worker_id, requester_id)
);

insert into paid_by (worker_id, requester_id, first_paid)
  select worker_id, requester_id, min(coalesce(decided, submitted)) from assignment
  where state = 'APPROVED' group by worker_id, requester_id;

-- What one person says of a requester, or of a group, as it stands in the sums below.
create table voice (
  subject_id text not null,
  person_id text not null,
  requester_id text not null,
  -- 0 not counted yet, 1 counted, 2 counted for the lower bound too.
  weight integer not null check (weight in (0, 1, 2)),
  written bigint not null,
  pay integer,
  pay_at bigint,
  fairness integer,
  fairness_at bigint,
  speed integer,
  speed_at bigint,
  communication integer,
  communication_at bigint,
  accessibility integer,
  accessibility_at bigint,
  unjust_rejections_at bigint,
  terms_broken_at bigint,
  broken_tasks_at bigint,
  unpaid_screening_at bigint,
  primary key (subject_id, person_id)
);

create index voice_of_person on voice (person_id, requester_id);

-- Sums over voices: for all time (day -1) and by day since 1970, of those not counted yet (part 0), counted (1), and counted
-- for the lower bound (2).
create table rating_sum (
  subject_id text not null,
  day bigint not null,
  part integer not null,
  people bigint not null,
  unjust_rejections bigint not null,
  terms_broken bigint not null,
  broken_tasks bigint not null,
  unpaid_screening bigint not null,
  pay_sum bigint not null,
  pay_count bigint not null,
  fairness_sum bigint not null,
  fairness_count bigint not null,
  speed_sum bigint not null,
  speed_count bigint not null,
  communication_sum bigint not null,
  communication_count bigint not null,
  accessibility_sum bigint not null,
  accessibility_count bigint not null,
  primary key (subject_id, day, part)
);

-- Sums over counted marks that fade, relative to a base in time.
create table rating_fade (
  subject_id text not null primary key,
  base bigint not null,
  pay_weight double precision not null,
  pay_weighted double precision not null,
  fairness_weight double precision not null,
  fairness_weighted double precision not null,
  speed_weight double precision not null,
  speed_weighted double precision not null,
  communication_weight double precision not null,
  communication_weighted double precision not null,
  accessibility_weight double precision not null,
  accessibility_weighted double precision not null
);

-- Requesters whose reviews are to be counted anew, by the next hub that starts.
create table rating_due (
  requester_id text not null primary key
);

insert into rating_due (requester_id) select distinct requester_id from review;

alter table standing add column broken_tasks integer not null default 0;
alter table standing add column unpaid_screening integer not null default 0;
alter table standing add column lower_bound double precision not null default 1;
-- People behind the lower bound, and people whose reviews do not count yet.
alter table standing add column sure_people integer not null default 0;
alter table standing add column waiting_people integer not null default 0;
