CREATE TABLE told (
  market TEXT NOT NULL,
  task_group TEXT NOT NULL,
  at INTEGER NOT NULL,
  kept_back INTEGER NOT NULL,
  PRIMARY KEY (market, task_group)
);

CREATE TABLE catching (
  market TEXT NOT NULL,
  task_group TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  PRIMARY KEY (market, task_group)
);

CREATE TABLE caught (
  market TEXT NOT NULL,
  assignment TEXT NOT NULL,
  task_group TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (market, assignment)
);

CREATE INDEX caught_at ON caught (market, at);
