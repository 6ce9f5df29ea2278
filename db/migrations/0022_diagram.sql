-- What was changed in a diagram, a row for each node that a change touched, as it stood before and after: its
-- kind, its words, and under what it stood at which place. A diagram of any day is made of these.
CREATE TABLE diagram_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  node_id uuid NOT NULL,
  -- The version of the diagram that the change made.
  diagram_version integer NOT NULL,
  before jsonb,
  after jsonb,
  changed_by uuid REFERENCES users,
  changed_at timestamptz NOT NULL,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
);
CREATE INDEX diagram_changes_by_plan ON diagram_changes (plan_id, changed_at DESC, id DESC);
CREATE INDEX diagram_changes_by_node ON diagram_changes (plan_id, node_id, id DESC);
