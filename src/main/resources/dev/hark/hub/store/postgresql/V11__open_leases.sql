-- So that those who watch a hub can be told how many tasks are held.
create index assignment_lease on assignment (deadline) where state = 'HELD';
