-- Recordings that are written down piece by piece. Each piece is a task of the job's group.
create table job (
  id text collate "C" not null primary key,
  requester_id text collate "C" not null references account (id),
  group_id text collate "C" not null unique references task_group (id),
  name text not null,
  language text not null,
  millis bigint not null check (millis > 0),
  glossary text not null,
  pieces integer not null check (pieces > 0),
  least integer not null check (least > 0),
  most integer not null check (most >= least),
  bonus_minor bigint not null check (bonus_minor >= 0),
  target double precision,
  -- Answers to all pieces together: that may be bought, that are wanted so far, and whose bonus is still set aside.
  answers integer not null check (answers >= wanted),
  wanted integer not null check (wanted >= 0),
  bonuses integer not null check (bonuses >= 0),
  job_key text collate "C" not null,
  fingerprint text collate "C" not null,
  created bigint not null,
  closed bigint,
  unique (requester_id, job_key)
);

create index job_of_requester on job (requester_id, created, id);

create table job_piece (
  job_id text collate "C" not null references job (id),
  number integer not null,
  task_id text collate "C" not null unique references task (id),
  medium_id text collate "C" not null references medium (id),
  start_millis bigint not null,
  end_millis bigint not null,
  overlap_millis bigint not null,
  wanted integer not null check (wanted > 0),
  primary key (job_id, number)
);
