-- Accounts (the tables that better-auth keeps, under our names), profiles, memberships and invitations.
CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- Set when the person asked to be removed: the row stays so that shared work still has an author.
  erased_at timestamptz,
  -- A person of the demonstration: the key under which the sign-in page offers them.
  persona text UNIQUE
);
CREATE INDEX users_by_name ON users USING gin (lower(name) gin_trgm_ops);

CREATE TABLE sessions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  -- Proved by more than a password: a one-time code, or the organisation's own second factor.
  strong boolean NOT NULL DEFAULT false,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- Who somebody is: issuer and subject, never an email address.
  UNIQUE (provider_id, account_id)
);
CREATE INDEX accounts_by_user ON accounts (user_id);

CREATE TABLE verifications (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verifications_by_identifier ON verifications (identifier);

CREATE TABLE two_factors (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX two_factors_by_user ON two_factors (user_id);

-- What a person says of themselves, and who may see each part of it.
CREATE TABLE profiles (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  job_title text NOT NULL DEFAULT '',
  about text NOT NULL DEFAULT '',
  skills text[] NOT NULL DEFAULT '{}',
  interests text[] NOT NULL DEFAULT '{}',
  helps_with text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  access_needs text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  -- Field name to audience: only-me, my-bodies, signed-in or public. A field that is not named is only-me.
  audiences jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE memberships (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  body_id uuid NOT NULL REFERENCES bodies,
  role text NOT NULL CHECK (role IN ('member', 'lead', 'coach', 'analyst', 'board-member', 'patient-partner',
    'adviser', 'officer', 'administrator')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  granted_by uuid REFERENCES users,
  CHECK (ended_at IS NULL OR ended_at >= started_at)
);
CREATE UNIQUE INDEX memberships_held ON memberships (user_id, body_id, role) WHERE ended_at IS NULL;
CREATE INDEX memberships_by_body ON memberships (body_id, role, started_at);
CREATE INDEX memberships_by_user ON memberships (user_id);

CREATE TABLE invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body_id uuid NOT NULL REFERENCES bodies,
  role text NOT NULL,
  -- Given when it went to one address; empty for a printed QR link.
  email text,
  -- Only the digest is kept: whoever reads this table cannot use the link.
  token_digest bytea NOT NULL UNIQUE,
  uses_left integer NOT NULL CHECK (uses_left >= 0),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX invitations_by_body ON invitations (body_id, created_at DESC);
CREATE INDEX invitations_by_email ON invitations (email) WHERE email IS NOT NULL;
CREATE INDEX invitations_by_maker ON invitations (created_by);

-- How an organisation's own people sign on: OpenID Connect, set up for each organisation.
CREATE TABLE sign_on_providers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body_id uuid NOT NULL REFERENCES bodies,
  name text NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  -- Encrypted with the program's own secret.
  client_secret text NOT NULL,
  -- Addresses that are sent to this provider from the sign-in page. A convenience, never a proof.
  email_domains text[] NOT NULL DEFAULT '{}',
  -- Values of amr or acr that count as a second factor.
  strong_claims text[] NOT NULL DEFAULT '{mfa}',
  enabled boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (body_id, issuer, client_id)
);

-- What better-auth changes for itself is audited here, in the same transaction, because no command of ours
-- stands around it. A session that only lives longer is no deed.
CREATE FUNCTION audit_accounts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  subject uuid;
  thing text;
  request text := coalesce(current_setting('throughline.request', true), '');
BEGIN
  IF TG_TABLE_NAME = 'users' THEN
    subject := coalesce(NEW.id, OLD.id);
    thing := subject::text;
  ELSE
    subject := coalesce(NEW.user_id, OLD.user_id);
    thing := coalesce(NEW.id, OLD.id)::text;
  END IF;
  PERFORM audit_append('00000000-0000-0000-0000-000000000000', clock_timestamp(), subject,
    TG_TABLE_NAME || '-' || lower(TG_OP), rtrim(TG_TABLE_NAME, 's'), thing, request, '{}');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit_accounts FROM PUBLIC;

CREATE TRIGGER audit_new_sessions AFTER INSERT OR DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION audit_accounts();
CREATE TRIGGER audit_users AFTER INSERT OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION audit_accounts();
CREATE TRIGGER audit_changed_users AFTER UPDATE ON users
  FOR EACH ROW WHEN (OLD.erased_at IS NOT DISTINCT FROM NEW.erased_at
    AND (OLD.name, OLD.email, OLD.email_verified, OLD.two_factor_enabled)
    IS DISTINCT FROM (NEW.name, NEW.email, NEW.email_verified, NEW.two_factor_enabled))
  EXECUTE FUNCTION audit_accounts();
CREATE TRIGGER audit_new_accounts AFTER INSERT OR DELETE ON accounts
  FOR EACH ROW EXECUTE FUNCTION audit_accounts();
CREATE TRIGGER audit_passwords AFTER UPDATE ON accounts
  FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION audit_accounts();
CREATE TRIGGER audit_two_factors AFTER INSERT OR DELETE ON two_factors
  FOR EACH ROW EXECUTE FUNCTION audit_accounts();
