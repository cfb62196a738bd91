-- The rate of errors that a worker had when the pieces they answered were last merged for it; where it has moved
-- far from there, they are merged again.
alter table worker_trust add column merged_rate double precision not null default 0.2;
