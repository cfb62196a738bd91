-- What else a review says.
alter table review add column broken_task integer not null default 0 check (broken_task in (0, 1));
alter table review add column unpaid_screening integer not null default 0 check (unpaid_screening in (0, 1));
alter table review add column took_seconds bigint;
-- Since when nobody but moderators sees it; null while everybody does.
alter table review add column hidden bigint;
alter table review add column helpful integer not null default 0;
-- Flags that no moderator has settled yet, and when the last of them came.
alter table review add column flags integer not null default 0;
alter table review add column flagged bigint;

alter table review_history add column broken_task integer not null default 0;
alter table review_history add column unpaid_screening integer not null default 0;
alter table review_history add column took_seconds bigint;

drop index review_of_requester;
create index review_of_requester on review (requester_id, written, id) where hidden is null;
create index review_flagged on review (flagged, id) where flags > 0;

-- What the requester says to a review, once.
create table review_answer (
  review_id text not null primary key references review (id),
  by_id text not null references account (id),
  words text not null,
  answered bigint not null
);

-- Settled ones are kept, and count no longer.
create table review_flag (
  review_id text not null references review (id),
  account_id text not null references account (id),
  moderator integer not null check (moderator in (0, 1)),
  reason text not null,
  made bigint not null,
  settled integer not null default 0 check (settled in (0, 1)),
  primary key (review_id, account_id)
);

create table review_helpful (
  review_id text not null references review (id),
  account_id text not null references account (id),
  made bigint not null,
  primary key (review_id, account_id)
);
