-- Plans that come from another server, and files that were looked at and are not taken in yet.
ALTER TABLE plan_imports DROP CONSTRAINT plan_imports_kind_check;
ALTER TABLE plan_imports ADD CONSTRAINT plan_imports_kind_check CHECK (kind IN ('tests', 'diagram', 'plan'));
CREATE INDEX plan_imports_by_uploader ON plan_imports (uploaded_by);

-- Where a plan came from that was brought here: the signed file itself, byte for byte, and whose it is.
CREATE TABLE plan_origins (
  plan_id uuid PRIMARY KEY REFERENCES plans ON DELETE CASCADE,
  bundle bytea NOT NULL,
  digest text NOT NULL,
  server text NOT NULL,
  public_key text NOT NULL,
  signed_at timestamptz NOT NULL,
  brought_by uuid REFERENCES users,
  brought_at timestamptz NOT NULL
);
CREATE INDEX plan_origins_by_bringer ON plan_origins (brought_by) WHERE brought_by IS NOT NULL;
