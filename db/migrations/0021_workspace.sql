-- The workspace around a plan: who is let in and who leads, what lists ask of it, and what comes after its end.

ALTER TABLE plans
  -- Its bodies with all that they stand in, so that a place finds its plans by one index look-up.
  ADD COLUMN place_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN open_to_all boolean NOT NULL GENERATED ALWAYS AS (visibility IN ('signed-in', 'public')) STORED,
  ADD COLUMN has_lead boolean NOT NULL DEFAULT true,
  -- Since when nobody leads it, or its lead no longer works where it is; and when those beside it were told.
  ADD COLUMN lead_gone_since timestamptz,
  ADD COLUMN lead_gone_told_at timestamptz,
  -- What its measures show now, kept by the triggers below.
  ADD COLUMN improving_since date,
  ADD COLUMN slipping_since date,
  -- What the team says that it needs help with.
  ADD COLUMN help_wanted text NOT NULL DEFAULT '',
  ADD COLUMN help_wanted_at timestamptz,
  -- The sponsor's word: information, never leave.
  ADD COLUMN support text NOT NULL DEFAULT '',
  ADD COLUMN supported_by uuid REFERENCES users,
  ADD COLUMN supported_at timestamptz,
  -- Asked for when it closes or stops.
  ADD COLUMN aim_met text CHECK (aim_met IN ('yes', 'partly', 'no')),
  -- Since when something that its stage calls for has not happened: an edit, a test, data.
  ADD COLUMN quiet_since timestamptz GENERATED ALWAYS AS (
    CASE
      WHEN stage IN ('closed', 'stopped') THEN NULL
      WHEN stage IN ('idea', 'set-up') THEN last_edit_at
      WHEN stage = 'sustaining' THEN coalesce(last_data_at, stage_since)
      ELSE least(last_edit_at, coalesce(last_test_at, stage_since), coalesce(last_data_at, stage_since))
    END) STORED;

-- Its long texts stand apart, so that a list that counts all plans reads little.
ALTER TABLE plans SET (toast_tuple_target = 256);

CREATE INDEX plans_by_places ON plans USING gin (place_ids);
CREATE INDEX plans_by_topics ON plans USING gin (topics);
CREATE INDEX plans_by_edit ON plans (last_edit_at DESC, id);
CREATE INDEX plans_gone ON plans (lead_gone_since) WHERE lead_gone_since IS NOT NULL AND lead_gone_told_at IS NULL;

CREATE OR REPLACE FUNCTION plans_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.opened_by := opened_by(NEW.visibility, NEW.id, NEW.body_ids);
  NEW.place_ids := ARRAY(SELECT DISTINCT place FROM (
    SELECT unnest(b.id || b.ancestors) AS place FROM bodies b WHERE b.id = ANY (NEW.body_ids)
    UNION ALL SELECT m.area_id FROM bodies b JOIN area_members m ON m.body_id = ANY (b.id || b.ancestors)
      WHERE b.id = ANY (NEW.body_ids)) places);
  NEW.search_text := search_words(concat_ws(' ', NEW.title, NEW.aim, array_to_string(NEW.topics, ' ')));
  NEW.search := setweight(to_tsvector('english', concat_ws(' ', NEW.title, NEW.sentence)), 'A')
    || setweight(to_tsvector('english', concat_ws(' ', NEW.aim, array_to_string(NEW.topics, ' '))), 'B')
    || setweight(to_tsvector('english', coalesce((SELECT left(string_agg(n.text, ' '), 20000) FROM plan_nodes n
        WHERE n.plan_id = NEW.id AND n.removed_at IS NULL), '')), 'C');
  RETURN NEW;
END $$;

-- Places change for every plan, whoever it is open to.
CREATE OR REPLACE FUNCTION plans_reopen() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  moved uuid := CASE WHEN TG_TABLE_NAME = 'bodies' THEN (to_jsonb(NEW) ->> 'id')::uuid
    ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'body_id')::uuid END;
BEGIN
  UPDATE plans SET opened_by = '{}'
  WHERE body_ids && ARRAY(SELECT b.id FROM bodies b WHERE b.id = moved OR b.ancestors @> ARRAY[moved]);
  RETURN NULL;
END $$;

-- Who takes part is kept with the plan, because every list asks whether somebody leads it and whether a patient
-- partner is in it.
CREATE FUNCTION plans_know_team(group_ids uuid[]) RETURNS void
LANGUAGE sql AS $$
  UPDATE plans p SET has_lead = t.has_lead, has_partner = t.has_partner,
    lead_gone_since = CASE WHEN t.has_lead AND (NOT p.has_lead OR t.is_new) THEN NULL
      WHEN t.has_lead THEN p.lead_gone_since ELSE coalesce(p.lead_gone_since, now()) END,
    lead_gone_told_at = CASE WHEN t.has_lead AND (NOT p.has_lead OR t.is_new) THEN NULL ELSE p.lead_gone_told_at END
  FROM (
    SELECT g.id,
      EXISTS (SELECT FROM group_members m WHERE m.group_id = g.id AND m.role = 'lead' AND m.ended_at IS NULL) AS has_lead,
      EXISTS (SELECT FROM group_members m WHERE m.group_id = g.id AND m.role = 'patient-partner' AND m.ended_at IS NULL)
        AS has_partner,
      EXISTS (SELECT FROM group_members m JOIN plans q ON q.id = m.group_id WHERE m.group_id = g.id AND m.role = 'lead'
        AND m.ended_at IS NULL AND m.started_at > q.lead_gone_since) AS is_new
    FROM unnest(group_ids) AS g (id)
  ) t WHERE p.id = t.id
    AND (t.is_new OR (p.has_lead, p.has_partner) IS DISTINCT FROM (t.has_lead, t.has_partner))
$$;

CREATE FUNCTION group_members_tell_plans() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM plans_know_team(ARRAY[NEW.group_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER group_members_tell_plans AFTER INSERT OR UPDATE OF ended_at ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_tell_plans();

-- Whoever takes their account away leaves every team.
CREATE FUNCTION users_leave_groups() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE group_members SET ended_at = greatest(started_at, NEW.erased_at)
  WHERE user_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER users_leave_groups AFTER UPDATE OF erased_at ON users
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION users_leave_groups();

-- Whoever leaves an organisation may still lead there; those beside them should know.
CREATE FUNCTION memberships_tell_plans() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE plans p SET lead_gone_since = NEW.ended_at
  FROM group_members m
  WHERE m.user_id = NEW.user_id AND m.role = 'lead' AND m.ended_at IS NULL AND p.id = m.group_id
    AND p.lead_gone_since IS NULL
    AND ARRAY(SELECT own_organisations(p.body_ids)) && ARRAY(SELECT own_organisations(ARRAY[NEW.body_id]))
    AND NOT ARRAY(SELECT own_organisations(p.body_ids)) && ARRAY(SELECT own_organisations(ARRAY(
      SELECT s.body_id FROM memberships s
      WHERE s.user_id = NEW.user_id AND (s.ended_at IS NULL OR s.ended_at > NEW.ended_at))));
  RETURN NULL;
END $$;
CREATE TRIGGER memberships_tell_plans AFTER UPDATE OF ended_at ON memberships
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION memberships_tell_plans();

-- What the measures of a plan show, the latest of each kind, without asking them one by one for every list.
CREATE FUNCTION plans_know_measures(plan_ids uuid[]) RETURNS void
LANGUAGE sql AS $$
  UPDATE plans p SET last_data_at = m.last_data_at, improving_since = m.improving_since, slipping_since = m.slipping_since
  FROM (
    SELECT g.id,
      (SELECT max(s.last_point_at) FROM plan_series a JOIN series s ON s.id = a.series_id WHERE a.plan_id = g.id)
        AS last_data_at,
      (SELECT min(s.signal_from) FROM plan_series a JOIN series s ON s.id = a.series_id
        WHERE a.plan_id = g.id AND s.signal_meaning = 'improvement') AS improving_since,
      (SELECT min(s.signal_from) FROM plan_series a JOIN series s ON s.id = a.series_id
        WHERE a.plan_id = g.id AND s.signal_meaning = 'concern') AS slipping_since
    FROM unnest(plan_ids) AS g (id)
  ) m WHERE p.id = m.id AND (p.last_data_at, p.improving_since, p.slipping_since)
    IS DISTINCT FROM (m.last_data_at, m.improving_since, m.slipping_since)
$$;

CREATE FUNCTION series_tell_plans() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid[];
BEGIN
  IF TG_TABLE_NAME = 'series' THEN
    concerned := ARRAY(SELECT DISTINCT a.plan_id FROM plan_series a WHERE a.series_id = (to_jsonb(NEW) ->> 'id')::uuid);
  ELSE
    concerned := ARRAY[(to_jsonb(coalesce(NEW, OLD)) ->> 'plan_id')::uuid];
  END IF;
  IF cardinality(concerned) > 0 THEN PERFORM plans_know_measures(concerned); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER series_tell_plans AFTER UPDATE OF last_point_at, signal_from, signal_meaning ON series
  FOR EACH ROW WHEN ((OLD.last_point_at, OLD.signal_from, OLD.signal_meaning)
    IS DISTINCT FROM (NEW.last_point_at, NEW.signal_from, NEW.signal_meaning))
  EXECUTE FUNCTION series_tell_plans();
CREATE TRIGGER plan_series_tell_plans AFTER INSERT OR DELETE ON plan_series
  FOR EACH ROW EXECUTE FUNCTION series_tell_plans();

-- Invitations into a team: to one address, or printed for as many as it says.
CREATE TABLE plan_invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('sponsor', 'coach', 'analyst', 'patient-partner', 'member')),
  email text,
  -- Only the digest is kept: whoever reads this table cannot use the link.
  token_digest bytea NOT NULL UNIQUE,
  uses_left integer NOT NULL CHECK (uses_left >= 0),
  created_by uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX plan_invitations_by_plan ON plan_invitations (plan_id, created_at DESC);
CREATE INDEX plan_invitations_by_email ON plan_invitations (email) WHERE email IS NOT NULL;
CREATE INDEX plan_invitations_by_maker ON plan_invitations (created_by);

-- An address is the person's own and goes with the account that it belongs to, as do those whom they invited.
CREATE FUNCTION users_take_invitations() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM plan_invitations WHERE email = OLD.email;
  UPDATE plan_invitations SET withdrawn_at = NEW.erased_at, email = NULL
  WHERE created_by = NEW.id AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER users_take_invitations AFTER UPDATE OF erased_at ON users
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION users_take_invitations();

-- What a patient partner needs in order to take part, and how they are paid: theirs, and the lead's to know.
CREATE TABLE plan_partners (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  access_needs text NOT NULL DEFAULT '',
  payment text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (plan_id, user_id)
);
CREATE FUNCTION users_take_partner_notes() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM plan_partners WHERE user_id = NEW.id;
  DELETE FROM plain_readers WHERE user_id = NEW.id;
  DELETE FROM portfolio_views WHERE user_id = NEW.id;
  RETURN NULL;
END $$;

-- Who reads plans in plain English, or does not although they are a patient partner.
CREATE TABLE plain_readers (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  plain boolean NOT NULL
);

-- After the end: how it stands 3, 6 and 12 months later.
CREATE TABLE plan_checks (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  months integer NOT NULL CHECK (months IN (3, 6, 12)),
  due_on date NOT NULL,
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by uuid REFERENCES users,
  answer text CHECK (answer IN ('holds', 'partly', 'lost')),
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (plan_id, months),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX plan_checks_open ON plan_checks (due_on) WHERE answered_at IS NULL;

-- Help that somebody pointed a team to: whom to ask, in a few words.
CREATE TABLE plan_help (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  whom text NOT NULL DEFAULT '',
  sent_by uuid REFERENCES users,
  sent_at timestamptz NOT NULL,
  seen_at timestamptz
);
CREATE INDEX plan_help_by_plan ON plan_help (plan_id, sent_at DESC);

-- A portfolio as somebody wants to come back to it.
CREATE TABLE portfolio_views (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  query text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (user_id, name)
);

CREATE TRIGGER users_take_partner_notes AFTER UPDATE OF erased_at ON users
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION users_take_partner_notes();
