CREATE TABLE draft (
  market TEXT NOT NULL,
  task TEXT NOT NULL,
  task_group TEXT NOT NULL,
  assignment TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  saved INTEGER NOT NULL,
  deadline INTEGER NOT NULL,
  PRIMARY KEY (market, task)
);

CREATE TABLE outbox (
  market TEXT NOT NULL,
  assignment TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  task TEXT NOT NULL,
  task_group TEXT NOT NULL,
  title TEXT NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  answer TEXT NOT NULL,
  draft TEXT,
  deadline INTEGER NOT NULL,
  queued INTEGER NOT NULL,
  state TEXT NOT NULL,
  refusal TEXT,
  PRIMARY KEY (market, assignment)
);

CREATE INDEX outbox_waiting ON outbox (market, queued) WHERE state = 'WAITING';

CREATE TABLE accepting (
  market TEXT NOT NULL,
  task_group TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  PRIMARY KEY (market, task_group)
);

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE hidden_requester (
  market TEXT NOT NULL,
  requester TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (market, requester)
);
