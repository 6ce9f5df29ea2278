-- Who can see what. A thing keeps the set of keys that open it, a person holds a set of keys, and sight is the
-- overlap of the two: one index look-up at any scale, the same for plans, series and whatever comes later.

-- People who work on one thing together, across organisations: a project's team, a measure's keepers.
CREATE TABLE groups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid()
);

CREATE TABLE group_members (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  group_id uuid NOT NULL REFERENCES groups ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('lead', 'sponsor', 'coach', 'analyst', 'patient-partner', 'member')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  added_by uuid REFERENCES users,
  CHECK (ended_at IS NULL OR ended_at >= started_at)
);
CREATE UNIQUE INDEX group_members_held ON group_members (group_id, user_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX group_members_one_lead ON group_members (group_id) WHERE ended_at IS NULL AND role = 'lead';
CREATE INDEX group_members_by_user ON group_members (user_id, group_id) WHERE ended_at IS NULL;

-- Everyone who is signed in, and everyone at all.
CREATE FUNCTION signed_in_key() RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '00000000-0000-0000-0000-000000000001'::uuid $$;
CREATE FUNCTION public_key() RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '00000000-0000-0000-0000-000000000002'::uuid $$;

-- What a body opens to all who sit in it or below it is another lock than what it opens to its own people.
CREATE FUNCTION network_key(body uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT md5('network:' || body::text)::uuid $$;

-- A body and what stands above it up to its organisation: a ward, and the trust that it belongs to.
CREATE FUNCTION own_organisations(body_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT b.id FROM bodies b WHERE b.id = ANY (body_ids)
  UNION
  SELECT a.id FROM bodies b
  JOIN body_kinds bk ON bk.kind = b.kind AND bk.tier = 'team'
  JOIN bodies a ON a.id = ANY (b.ancestors)
  JOIN body_kinds ak ON ak.kind = a.kind AND ak.tier IN ('organisation', 'team')
  WHERE b.id = ANY (body_ids)
$$;

-- The local systems and areas that these bodies sit in, or are.
CREATE FUNCTION own_networks(body_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT b.id FROM bodies b JOIN body_kinds k ON k.kind = b.kind AND k.tier IN ('system', 'area') WHERE b.id = ANY (body_ids)
  UNION
  SELECT a.id FROM bodies b
  JOIN bodies a ON a.id = ANY (b.ancestors)
  JOIN body_kinds k ON k.kind = a.kind AND k.tier = 'system'
  WHERE b.id = ANY (body_ids)
  UNION
  SELECT m.area_id FROM area_members m WHERE m.body_id = ANY (body_ids)
$$;

-- The keys that a person holds at a moment; nobody in particular holds only the public one.
CREATE FUNCTION keys_of(person uuid, at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH held AS MATERIALIZED (
    SELECT ARRAY(SELECT own_organisations(ARRAY(
      SELECT m.body_id FROM memberships m
      WHERE m.user_id = person AND m.started_at <= at AND (m.ended_at IS NULL OR m.ended_at > at)))) AS bodies
  )
  SELECT CASE WHEN person IS NULL THEN ARRAY[public_key()] ELSE
    ARRAY[public_key(), signed_in_key()]
    || held.bodies
    || ARRAY(SELECT network_key(n) FROM own_networks(held.bodies) AS n)
    || ARRAY(SELECT g.group_id FROM group_members g
        WHERE g.user_id = person AND g.started_at <= at AND (g.ended_at IS NULL OR g.ended_at > at))
  END FROM held
$$;

-- The keys that open a thing. Its group always sees it; beyond that, those whom its visibility lets in, and
-- the bodies it was given to. Nobody above an organisation sees in by standing above it.
CREATE FUNCTION opened_by(visibility text, group_id uuid, body_ids uuid[], given_to uuid[] DEFAULT '{}') RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT DISTINCT key FROM (
    SELECT group_id AS key
    UNION ALL SELECT unnest(given_to)
    UNION ALL SELECT own_organisations(body_ids) WHERE visibility IN ('organisation', 'network')
    UNION ALL SELECT network_key(n) FROM own_networks(ARRAY(SELECT own_organisations(body_ids))) AS n
      WHERE visibility = 'network'
    UNION ALL SELECT signed_in_key() WHERE visibility IN ('signed-in', 'public')
    UNION ALL SELECT public_key() WHERE visibility = 'public'
  ) keys WHERE key IS NOT NULL ORDER BY key)
$$;

CREATE DOMAIN visibility AS text
  CHECK (VALUE IN ('team', 'organisation', 'network', 'signed-in', 'public'));
