-- How sure a team is that an entry of its diagram moves the one that it stands under, each time that somebody said so:
-- before anything was tested, and after. Nothing is written over, so that a theory can be seen to change.
CREATE TABLE link_beliefs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id uuid NOT NULL,
  parent_id uuid NOT NULL,
  child_id uuid NOT NULL,
  belief text NOT NULL CHECK (belief IN ('doubted', 'hunch', 'some', 'strong')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  -- How many tests of the child, and of what stands under it, were studied by then.
  tested integer NOT NULL CHECK (tested >= 0),
  held_by uuid REFERENCES users,
  held_at timestamptz NOT NULL,
  FOREIGN KEY (plan_id, parent_id) REFERENCES plan_nodes (plan_id, id) ON DELETE CASCADE,
  FOREIGN KEY (plan_id, child_id) REFERENCES plan_nodes (plan_id, id) ON DELETE CASCADE
);
CREATE INDEX link_beliefs_by_link ON link_beliefs (child_id, parent_id, id DESC);
CREATE INDEX link_beliefs_by_parent ON link_beliefs (parent_id);
