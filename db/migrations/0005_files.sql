-- Files that people add to a thing, such as a plan. What kind each is was decided by its content. Whoever
-- may see or change the thing may see or change its files: that is for the thing's own module to say.
CREATE TABLE files (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_kind text NOT NULL CHECK (owner_kind ~ '^[a-z][a-z-]{0,39}$'),
  owner_id uuid NOT NULL,
  -- As the person called it, to be shown; the file is never given out under it.
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'csv', 'text', 'markdown')),
  size integer NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  -- Of a picture, in pixels.
  width integer,
  height integer,
  -- Gone when the file is deleted; the row stays to say that there was one.
  bytes bytea,
  uploaded_by uuid REFERENCES users,
  at timestamptz NOT NULL,
  deleted_at timestamptz,
  CHECK ((deleted_at IS NULL) = (bytes IS NOT NULL)),
  CHECK (bytes IS NULL OR length(bytes) = size),
  CHECK ((width IS NULL) = (height IS NULL))
);
-- What arrives is packed already: to pack it again costs time and saves nothing.
ALTER TABLE files ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX files_by_owner ON files (owner_kind, owner_id, at);
CREATE INDEX files_by_uploader ON files (uploaded_by, at);
