-- What is known of a requester; sums and counts that are kept up as reviews and decisions land.
create table standing (
  requester_id text collate "C" not null primary key references account (id),
  decided integer not null default 0,
  approved integer not null default 0,
  seconds_to_pay bigint,
  people integer not null default 0,
  unjust_rejections integer not null default 0,
  terms_broken integer not null default 0,
  pay_sum bigint not null default 0,
  pay_count integer not null default 0,
  fairness_sum bigint not null default 0,
  fairness_count integer not null default 0,
  speed_sum bigint not null default 0,
  speed_count integer not null default 0,
  communication_sum bigint not null default 0,
  communication_count integer not null default 0,
  accessibility_sum bigint not null default 0,
  accessibility_count integer not null default 0
);

create table review (
  id text collate "C" not null unique,
  group_id text collate "C" not null references task_group (id),
  worker_id text collate "C" not null references account (id),
  requester_id text collate "C" not null references account (id),
  pay integer,
  fairness integer,
  speed integer,
  communication integer,
  accessibility integer,
  rejections text collate "C" check (rejections in ('NONE', 'SOME', 'ALL')),
  terms_broken integer not null check (terms_broken in (0, 1)),
  words text collate "C" not null,
  written bigint not null,
  primary key (group_id, worker_id)
);

create index review_of_requester on review (requester_id, written, id);
create index review_by_worker on review (worker_id, requester_id);

-- What a review said before it was edited.
create table review_history (
  group_id text collate "C" not null,
  worker_id text collate "C" not null,
  requester_id text collate "C" not null,
  pay integer,
  fairness integer,
  speed integer,
  communication integer,
  accessibility integer,
  rejections text collate "C",
  terms_broken integer not null,
  words text collate "C" not null,
  written bigint not null,
  replaced bigint not null
);

create index review_history_of_review on review_history (group_id, worker_id, replaced);
