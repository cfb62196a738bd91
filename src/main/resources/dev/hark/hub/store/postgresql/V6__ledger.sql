-- Why money moved, so that what a worker earned can be told from what was paid out.
alter table entry add column kind text collate "C" not null default 'REWARD';
update entry set kind = 'DEPOSIT' where transfer_key like 'deposit:%';
drop index entry_of_book;
create index entry_of_book on entry (book, currency, kind, made, minor);

-- The operator's share of each reward; the highest number is in force.
create table fee_rate (
  number bigint not null primary key,
  basis_points integer not null check (basis_points between 0 and 10000),
  since bigint not null
);

-- Fixed when the group is written, so that no later rate changes what was set aside.
alter table task_group add column fee_minor bigint not null default 0 check (fee_minor >= 0);

-- From now on the money of every answer that may have to be paid is set aside, by group.
create table to_set_aside (
  group_id text collate "C" not null primary key,
  requester_id text collate "C" not null,
  currency text collate "C" not null,
  minor bigint not null,
  made bigint not null
);
insert into to_set_aside (group_id, requester_id, currency, minor, made)
  select g.id, g.requester_id, g.currency,
    (g.open_slots + coalesce(u.answers, 0)) * g.reward_minor, g.published
  from task_group g
    left join (
      select group_id, count(*) as answers from assignment where state = 'SUBMITTED'
      group by group_id) u on u.group_id = g.id
  where g.open_slots + coalesce(u.answers, 0) > 0;
insert into transfer (transfer_key, made)
  select 'escrow:' || group_id || ':migrated', made from to_set_aside;
insert into entry (transfer_key, book, currency, kind, minor, made)
  select 'escrow:' || group_id || ':migrated', 'requester:' || requester_id, currency, 'ESCROW',
    -minor, made from to_set_aside;
insert into entry (transfer_key, book, currency, kind, minor, made)
  select 'escrow:' || group_id || ':migrated', 'escrow:' || group_id, currency, 'ESCROW',
    minor, made from to_set_aside;
drop table to_set_aside;
