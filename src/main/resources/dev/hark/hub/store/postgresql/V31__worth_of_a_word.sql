-- What a word set right is worth to the requester, in minor units of the reward's currency; null where they did not say.
alter table job add column word_minor bigint;
