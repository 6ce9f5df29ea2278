-- What somebody did and owns is asked for when they take out all that is held on them, and when they go.
CREATE INDEX tests_by_student ON tests (studied_by) WHERE studied_by IS NOT NULL;
CREATE INDEX tests_by_decider ON tests (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX tasks_of_owner ON tasks (owner_id) WHERE owner_id IS NOT NULL;
-- Two of a kind: others of the same columns came with the reports.
DROP INDEX group_members_at_any_time;
DROP INDEX group_members_of_group;
