-- The newest tests of an idea are read from here alone, in their order.
DROP INDEX tests_by_node;
CREATE INDEX tests_by_node ON tests (node_id, starts_on DESC, id) WHERE node_id IS NOT NULL;
-- What a plan has still to do, in the order in which it is due.
CREATE INDEX tasks_to_do ON tasks (plan_id, due_on, created_at, id) WHERE done_at IS NULL AND removed_at IS NULL;
