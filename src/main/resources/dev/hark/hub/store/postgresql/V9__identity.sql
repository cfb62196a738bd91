-- The checks of V1 know no moderator. SQLite cannot change a check in place: rebuilding a table that
-- others refer to needs foreign keys switched off, which no transaction can do, and writing to
-- sqlite_schema by hand is one slip away from a file that does not open. A new column in the place of
-- the old one needs neither: both databases run the same four statements, and drop the old column's
-- check together with the column. The default is the role that may do least.
alter table account add column new_role text collate "C" not null default 'WORKER' check (new_role in ('WORKER', 'REQUESTER', 'MODERATOR', 'OPERATOR'));
update account set new_role = role;
alter table account drop column role;
alter table account rename column new_role to role;
alter table account add column closed bigint;

create index account_in_order on account (created, id);
create index account_of_role on account (role, created, id);

alter table token add column new_role text collate "C" not null default 'WORKER' check (new_role in ('WORKER', 'REQUESTER', 'MODERATOR', 'OPERATOR'));
update token set new_role = role;
alter table token drop column role;
alter table token rename column new_role to role;
-- Names a token without giving it away.
alter table token add column id text collate "C" not null default '';
update token set id = substr(hash, 1, 16);
create unique index token_id on token (id);
alter table token add column name text collate "C" not null default '';
-- Codes with a space between them; empty for whatever the role may do.
alter table token add column scopes text collate "C" not null default '';
alter table token add column expires bigint;
-- The day of its last use, as the first moment of that day in UTC.
alter table token add column used bigint;

-- What a hub must not tell, such as the key that makes workers' ids for requesters.
create table secret (
  name text collate "C" not null primary key,
  secret text collate "C" not null
);

-- Who did what to what, when; ids only. Rows are added, and never changed. An id begins with the time.
create table audit (
  id text collate "C" not null primary key,
  noted bigint not null,
  actor text collate "C" not null,
  deed text collate "C" not null,
  subject text collate "C" not null,
  times bigint not null default 1
);

create index audit_of_actor on audit (actor, id);
create index audit_of_deed on audit (deed, id);
create index audit_of_subject on audit (subject, id);
