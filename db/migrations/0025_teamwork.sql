-- What a team does beside its tests: tasks, decisions, talk, and what each person wants to be told of it.
CREATE TABLE tasks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  node_id uuid,
  text text NOT NULL CHECK (length(text) BETWEEN 2 AND 500),
  note text NOT NULL DEFAULT '',
  owner_id uuid REFERENCES users,
  due_on date,
  done_at timestamptz,
  done_by uuid REFERENCES users,
  removed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (plan_id, node_id) REFERENCES plan_nodes (plan_id, id)
);
CREATE INDEX tasks_by_plan ON tasks (plan_id, done_at, due_on) WHERE removed_at IS NULL;
CREATE INDEX tasks_by_owner ON tasks (owner_id, due_on) WHERE done_at IS NULL AND removed_at IS NULL;

CREATE TABLE plan_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  what text NOT NULL CHECK (length(what) BETWEEN 2 AND 1000),
  why text NOT NULL DEFAULT '',
  -- Who decided, in the words of whoever wrote it down: it may be a group.
  decided_by text NOT NULL DEFAULT '',
  decided_on date NOT NULL,
  removed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL
);
CREATE INDEX plan_decisions_by_plan ON plan_decisions (plan_id, decided_on DESC, id) WHERE removed_at IS NULL;

-- Talk about a plan, one node of it, or one test. What is taken back leaves its place, and no text.
CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  about text NOT NULL CHECK (about IN ('plan', 'node', 'test')),
  -- The plan's own id where the talk is about all of it.
  about_id uuid NOT NULL,
  -- The first of the thread that it answers.
  thread_id uuid REFERENCES comments,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  mentions uuid[] NOT NULL DEFAULT '{}',
  removed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL
);
CREATE INDEX comments_by_thing ON comments (plan_id, about_id, written_at DESC) WHERE thread_id IS NULL;
CREATE INDEX comments_by_thread ON comments (thread_id, written_at) WHERE thread_id IS NOT NULL;
CREATE INDEX comments_by_plan ON comments (plan_id, written_at DESC);
CREATE INDEX comments_by_writer ON comments (written_by);

-- Whoever is in a team follows its plan; others may, and each of them may be silent about one plan.
CREATE TABLE plan_followers (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  muted boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL,
  PRIMARY KEY (plan_id, user_id)
);
CREATE INDEX plan_followers_by_user ON plan_followers (user_id);

-- What a person wants by mail. Who has no row gets one digest a week, and is told when somebody asks for them.
CREATE TABLE mail_wishes (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  digest boolean NOT NULL DEFAULT true,
  mentions boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1
);

-- A write-up in the words that its team gave each part; a part without a row is drafted from the record.
CREATE TABLE write_up_parts (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  part text NOT NULL,
  text text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, part)
);

-- What a person thinks of their own part in improvement work: theirs alone.
CREATE TABLE improvement_reflections (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  plan_id uuid REFERENCES plans ON DELETE SET NULL,
  on_date date NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  version integer NOT NULL DEFAULT 1,
  written_at timestamptz NOT NULL
);
CREATE INDEX improvement_reflections_by_user ON improvement_reflections (user_id, on_date DESC);

-- A file that was looked at and is not taken in yet.
CREATE TABLE plan_imports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Empty for a whole plan, which is none yet.
  plan_id uuid REFERENCES plans ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('tests', 'diagram', 'workbook')),
  name text NOT NULL,
  content bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  at timestamptz NOT NULL
);
CREATE INDEX plan_imports_by_age ON plan_imports (at);
CREATE INDEX plan_imports_by_plan ON plan_imports (plan_id) WHERE plan_id IS NOT NULL;
