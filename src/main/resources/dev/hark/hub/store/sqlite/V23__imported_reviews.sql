-- Reviews that were written elsewhere. What one person says of one requester is there once for everybody: the latest; what it
-- said before is superseded. The reviewer is a keyed hash, as nobody here may know who they were.
create table imported_review (
  id text not null primary key,
  source text not null,
  old_id text not null,
  reviewer text not null,
  digest text not null,
  pay integer,
  fairness integer,
  speed integer,
  communication integer,
  rejections text check (rejections in ('NONE', 'SOME', 'ALL')),
  terms_broken integer not null check (terms_broken in (0, 1)),
  broken_task integer not null check (broken_task in (0, 1)),
  -- In millionths of a US dollar, with the time that it took.
  reward_micros bigint,
  seconds bigint,
  tasks integer,
  words text not null,
  written bigint not null,
  imported bigint not null,
  superseded integer not null default 0 check (superseded in (0, 1)),
  hidden bigint,
  helpful integer not null default 0,
  flags integer not null default 0,
  flagged bigint,
  unique (source, old_id, reviewer, digest)
);

create index imported_review_of_id on imported_review (old_id, written, id);
create index imported_review_flagged on imported_review (flagged, id) where flags > 0;

create table imported_flag (
  review_id text not null references imported_review (id),
  account_id text not null references account (id),
  moderator integer not null check (moderator in (0, 1)),
  reason text not null,
  made bigint not null,
  settled integer not null default 0 check (settled in (0, 1)),
  primary key (review_id, account_id)
);

create table imported_helpful (
  review_id text not null references imported_review (id),
  account_id text not null references account (id),
  made bigint not null,
  primary key (review_id, account_id)
);

-- What one source says of one old id: what its single reviews add up to, and what came as a sum; both as JSON.
create table imported_figures (
  source text not null,
  old_id text not null,
  name text not null,
  summed text,
  given text,
  primary key (old_id, source)
);

-- The ids by which requesters of this hub were known elsewhere, as moderators say.
create table also_known (
  old_id text not null primary key,
  requester_id text not null references account (id),
  by_id text not null references account (id),
  made bigint not null
);

create index also_known_of on also_known (requester_id);

-- What was answered to a batch, so that the same one again is answered alike.
create table imported_batch (
  account_id text not null references account (id),
  batch_key text not null,
  digest text not null,
  answer text not null,
  made bigint not null,
  primary key (account_id, batch_key)
);

create index imported_batch_made on imported_batch (made);

-- What stands on every task of a requester; apart from all that this hub counts itself.
alter table standing add column imported_reviews integer not null default 0;
alter table standing add column imported_overall double precision;
alter table standing add column imported_newest bigint;
alter table standing add column imported_sources text;
