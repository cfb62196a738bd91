-- What the answers to a piece tell of their words: how often each is misheard, and written for others.
alter table piece_text add column habits text not null default '{}';

-- Sums of that over all pieces of a language; those of all words stand under '', those of a tenth of a recogniser's
-- confidence under a space and its number.
create table word_habit (
  word text not null,
  language text not null,
  pieces bigint not null,
  heard bigint not null,
  misheard double precision not null,
  expected double precision not null,
  intruded double precision not null,
  primary key (language, word)
);

-- The name of a budget that recordings of one requester share.
alter table job add column budget text;

create index job_of_budget on job (requester_id, budget) where budget is not null;
