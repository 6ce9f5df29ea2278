-- A phone that somebody lets enter numbers and notes in their name without signing in again. It opens nothing else,
-- and enters only what they may enter at that moment.
CREATE TABLE remembered_phones (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  -- Only the digest of the word in its cookie is kept.
  digest bytea NOT NULL UNIQUE,
  user_agent text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX remembered_phones_by_user ON remembered_phones (user_id);
CREATE INDEX remembered_phones_by_expiry ON remembered_phones (expires_at);

-- Reminders go to the named collector of a series and to nobody else, until that person says that they need none.
CREATE TABLE muted_reminders (
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  muted_at timestamptz NOT NULL,
  PRIMARY KEY (series_id, user_id)
);
