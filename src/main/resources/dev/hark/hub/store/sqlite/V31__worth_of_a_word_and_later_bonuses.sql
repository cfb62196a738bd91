-- What a word set right is worth to the requester, in minor units of the reward's currency; null where they did not say.
alter table job add column word_minor bigint;

-- Bonuses that are decided on later: of an answer that its worker may still do again, and of an answer to gold, so that nobody knows it by its
-- bonus.
create table bonus_later (
  assignment_id text not null primary key references assignment (id),
  job_id text not null references job (id),
  until bigint not null
);

create index bonus_later_due on bonus_later (until);
create index bonus_later_of_job on bonus_later (job_id);

-- What an answer brought beyond its reward.
create index bonus_of_assignment on bonus (assignment_id);

-- Recordings that go on, and those that ended with bonuses to decide on.
create index job_going_on on job (id) where closed is null;
create index job_with_bonuses on job (id) where closed is not null and bonuses > 0;
