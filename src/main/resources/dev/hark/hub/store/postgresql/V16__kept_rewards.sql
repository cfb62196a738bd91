-- Until when the reward and fee of a rejected answer are kept, in case it is turned round; null where nothing is.
alter table rejection add column kept_until bigint;

create index rejection_kept on rejection (requester_id, kept_until, assignment_id) where kept_until is not null;

-- What was said to an objection that changed nothing.
alter table rejection add column dismissed bigint;
alter table rejection add column dismissed_by text collate "C";
alter table rejection add column dismissal text collate "C";

drop index rejection_objected;
drop index rejection_all_objected;
create index rejection_objected on rejection (requester_id, objected, assignment_id)
  where overturned is null and objected is not null and dismissed is null;
create index rejection_all_objected on rejection (objected, assignment_id)
  where overturned is null and objected is not null and dismissed is null;
