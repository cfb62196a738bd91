-- Pieces whose answers changed since their text was made. The mark tells the last change.
create table piece_due (
  task_id text not null primary key references task (id),
  job_id text not null references job (id),
  mark text not null
);

create index piece_due_of_job on piece_due (job_id, task_id);

-- What the answers to a piece say together. It follows from them, and is made anew when one of them changes.
create table piece_text (
  task_id text not null primary key references task (id),
  job_id text not null references job (id),
  number integer not null,
  words text not null,
  note text not null,
  answers integer not null,
  errors_left double precision not null,
  gain double precision not null,
  merged bigint not null,
  -- Since when no further answer is wanted.
  done bigint
);

create unique index piece_text_in_order on piece_text (job_id, number);

-- How each answer stands to the text of its piece.
create table piece_answer (
  assignment_id text not null primary key references assignment (id),
  task_id text not null references task (id),
  worker_id text not null references account (id),
  words bigint not null,
  errors double precision not null,
  missing bigint not null,
  closeness double precision not null,
  -- Once it is decided, maybe 0; in the currency of the job.
  bonus_minor bigint,
  shown bigint
);

create index piece_answer_of_task on piece_answer (task_id);
create index piece_answer_of_worker on piece_answer (worker_id, shown, assignment_id) where shown is not null;

-- Sums of the words and errors above by worker and language; those of everybody stand under the worker ''.
create table worker_trust (
  worker_id text not null,
  language text not null,
  answers bigint not null,
  words bigint not null,
  errors double precision not null,
  missing bigint not null,
  primary key (worker_id, language)
);

-- What a worker says to the text of a piece and the bonus that follows from it.
create table dispute (
  assignment_id text not null primary key references assignment (id),
  requester_id text not null references account (id),
  worker_id text not null references account (id),
  words text not null,
  made bigint not null,
  -- Settled: with a bonus, or with words that say why not.
  settled bigint,
  settled_by text,
  paid_minor bigint,
  reply text
);

create index dispute_of_requester on dispute (requester_id, made, assignment_id) where settled is null;
create index dispute_open on dispute (made, assignment_id) where settled is null;

-- An unsure place of a piece's text that a second round listens to: a choice between the text as it was and other readings.
create table piece_check (
  task_id text not null primary key references task (id),
  job_id text not null references job (id),
  piece_task_id text not null references task (id),
  -- Which words of the piece, and what they were; where they have changed since, the check says nothing.
  first_word integer not null,
  words text not null,
  readings text not null
);

create index piece_check_of_job on piece_check (job_id, piece_task_id, first_word);

-- A round that was asked for.
create table check_round (
  job_id text not null references job (id),
  round_key text not null,
  group_id text not null references task_group (id),
  places integer not null,
  primary key (job_id, round_key)
);
