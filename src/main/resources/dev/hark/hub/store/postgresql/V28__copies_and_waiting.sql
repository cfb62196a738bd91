-- By which gain a piece waits for another answer, while the answers that are left are spread; in no other case.
alter table piece_text add column waiting double precision;
-- What its answers tell of whether their workers copy from one another.
alter table piece_text add column copies text not null default '[]';

create index piece_text_open on piece_text (job_id, number) where done is null;

-- Sums of that over all pieces of a language: the logarithm of how much likelier copies are, and pieces in which both hardly differ.
create table worker_copies (
  one text collate "C" not null,
  other text collate "C" not null,
  language text collate "C" not null,
  evidence double precision not null,
  near integer not null,
  primary key (one, other, language)
);

create index piece_answer_of_both on piece_answer (worker_id, task_id);
