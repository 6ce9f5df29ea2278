-- A file of numbers between the look at it and the yes: nothing of it counts before. Kept for a day.
CREATE TABLE number_uploads (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  file_name text NOT NULL,
  sheets jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  loaded_at timestamptz
);
CREATE INDEX number_uploads_by_age ON number_uploads (created_at);
CREATE INDEX number_uploads_by_series ON number_uploads (series_id);
CREATE INDEX number_uploads_by_user ON number_uploads (user_id);
