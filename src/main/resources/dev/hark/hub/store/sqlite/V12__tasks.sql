-- Unfinished answers, so that whoever changes device goes on; kept until the task is answered.
create table draft (
  worker_id text not null references account (id),
  task_id text not null references task (id),
  group_id text not null references task_group (id),
  assignment_id text not null references assignment (id),
  version bigint not null,
  content text not null,
  saved bigint not null,
  primary key (worker_id, task_id)
);

create index draft_of_worker on draft (worker_id, saved);

-- Recordings that belong to an answer. The bytes are files; a finished one has a checksum.
create table attachment (
  id text not null primary key,
  assignment_id text not null references assignment (id),
  worker_id text not null references account (id),
  type text not null,
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0,
  sha256 text,
  created bigint not null,
  expires bigint not null
);

create index attachment_of_assignment on attachment (assignment_id, created, id);
create index attachment_expiring on attachment (expires) where sha256 is null;

create table attachment_part (
  attachment_id text not null references attachment (id),
  start bigint not null,
  bytes bigint not null,
  sha256 text not null,
  primary key (attachment_id, start)
);

create index task_group_created on task_group (created, id);
