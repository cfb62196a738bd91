create table account (
  id text not null primary key,
  role text not null check (role in ('WORKER', 'REQUESTER', 'OPERATOR')),
  name text not null,
  secret text not null,
  created bigint not null
);

create table token (
  hash text not null primary key,
  account_id text not null references account (id),
  role text not null check (role in ('WORKER', 'REQUESTER', 'OPERATOR')),
  created bigint not null,
  revoked bigint
);

create index token_of_account on token (account_id);

create table transfer (
  transfer_key text not null primary key,
  made bigint not null
);

create table entry (
  transfer_key text not null references transfer (transfer_key),
  book text not null,
  currency text not null,
  minor bigint not null,
  made bigint not null,
  primary key (transfer_key, book)
);

create index entry_of_book on entry (book, currency, made, minor);
