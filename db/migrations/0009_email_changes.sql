-- An address that somebody wants for their account and has not proved yet: one for each person, so that asking
-- again takes the earlier link's worth away. Only the digest of the link's secret is kept.
CREATE TABLE email_changes (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email)),
  token_digest bytea NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX email_changes_by_end ON email_changes (expires_at);
-- The last mail to an address that somebody had is found by whose it was, to be taken away with the account.
CREATE INDEX mails_by_key ON mails (key text_pattern_ops);

-- Who is in a group at a moment is asked of every person on every request. Whoever left is not told apart by an
-- index on those who did not: the moment asked for may lie before the end.
CREATE INDEX group_members_at_any_time ON group_members (user_id, group_id);
CREATE INDEX group_members_of_group ON group_members (group_id, user_id);
