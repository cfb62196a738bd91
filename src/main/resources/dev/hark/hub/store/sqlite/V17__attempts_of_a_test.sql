-- So that an owner can go through the tries at a test, the newest first.
create index test_attempt_of_kind on test_attempt (qualification_id, started desc, id desc);
