create table account (
  id text collate "C" not null primary key,
  role text collate "C" not null check (role in ('WORKER', 'REQUESTER', 'OPERATOR')),
  name text collate "C" not null,
  secret text collate "C" not null,
  created bigint not null
);

create table token (
  hash text collate "C" not null primary key,
  account_id text collate "C" not null references account (id),
  role text collate "C" not null check (role in ('WORKER', 'REQUESTER', 'OPERATOR')),
  created bigint not null,
  revoked bigint
);

create index token_of_account on token (account_id);

create table transfer (
  transfer_key text collate "C" not null primary key,
  made bigint not null
);

create table entry (
  transfer_key text collate "C" not null references transfer (transfer_key),
  book text collate "C" not null,
  currency text collate "C" not null,
  minor bigint not null,
  made bigint not null,
  primary key (transfer_key, book)
);

create index entry_of_book on entry (book, currency, made, minor);
