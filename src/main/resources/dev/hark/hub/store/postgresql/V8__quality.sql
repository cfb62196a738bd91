-- While the worker is asked to do an answer again: until when, in the state SUBMITTED.
alter table assignment add column redo_until bigint;
-- How it was decided: HAND, GOLD, AGREEMENT, DELAY or OVERTURNED.
alter table assignment add column decided_as text collate "C";

create index assignment_redo on assignment (worker_id, redo_until) where state = 'SUBMITTED' and redo_until is not null;

-- One for every answer that was ever rejected; it stays when the rejection is turned round.
create table rejection (
  assignment_id text collate "C" not null primary key references assignment (id),
  requester_id text collate "C" not null references account (id),
  worker_id text collate "C" not null references account (id),
  code text collate "C" not null,
  reason text collate "C" not null,
  by_id text collate "C" not null,
  by_role text collate "C" not null,
  made bigint not null,
  answer_until bigint not null,
  objection text collate "C",
  objected bigint,
  overturned bigint,
  overturned_by text collate "C"
);

create index rejection_of_worker on rejection (worker_id, made, assignment_id) where overturned is null;
create index rejection_objected on rejection (requester_id, objected, assignment_id) where overturned is null and objected is not null;
create index rejection_all_objected on rejection (objected, assignment_id) where overturned is null and objected is not null;

-- Rejections from before codes were asked for: a week from then to answer them.
insert into rejection (assignment_id, requester_id, worker_id, code, reason, by_id, by_role, made, answer_until)
  select id, requester_id, worker_id, 'OTHER', coalesce(reason, ''), requester_id, 'REQUESTER', coalesce(decided, submitted), coalesce(decided, submitted) + 604800000
  from assignment where state = 'REJECTED';

-- What the worker was asked to do again, with the answer from before.
create table redo (
  assignment_id text collate "C" not null references assignment (id),
  nth integer not null,
  words text collate "C" not null,
  by_id text collate "C" not null,
  asked bigint not null,
  ends bigint not null,
  former_answer text collate "C" not null,
  former_key text collate "C" not null,
  redone bigint,
  declined bigint,
  primary key (assignment_id, nth)
);
