-- The length of all pieces together, for what one takes before anybody has done any.
alter table job add column heard_millis bigint not null default 0;
update job set heard_millis =
  (select coalesce(sum(p.end_millis - p.start_millis), 0) from job_piece p where p.job_id = job.id);

-- Recorded times of writing down sounds, the newest groups first.
create index task_group_timed on task_group (published)
  where kind = 'TRANSCRIBE' and timed_workers > 0 and audio_seconds > 0.1;
