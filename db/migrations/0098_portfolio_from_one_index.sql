-- What lists and counts of all plans ask, in one narrow index: a plan's own row is as wide as its texts, and to read
-- a hundred thousand of them for each look at a portfolio is reading 160 MB.

ALTER TABLE plans
  ADD COLUMN priority text NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN local_priority <> '' AND national_priority <> '' THEN 'both'
      WHEN local_priority <> '' THEN 'local'
      WHEN national_priority <> '' THEN 'national'
      ELSE 'neither'
    END) STORED,
  ADD COLUMN wants_help boolean NOT NULL GENERATED ALWAYS AS (
    (help_wanted <> '' OR lead_gone_since IS NOT NULL) AND stage NOT IN ('closed', 'stopped')) STORED,
  -- The first of its follow-ups that nobody has answered, kept by the trigger below.
  ADD COLUMN check_due_on date;
UPDATE plans p SET check_due_on = c.due_on
  FROM (SELECT plan_id, min(due_on) AS due_on FROM plan_checks WHERE answered_at IS NULL GROUP BY plan_id) c
  WHERE c.plan_id = p.id;
ALTER TABLE plans
  -- From when on it wants watching after its end: a measure that shifts back, or a follow-up that is due.
  ADD COLUMN watch_from date GENERATED ALWAYS AS (
    CASE WHEN stage IN ('sustaining', 'closed') THEN least(slipping_since, check_due_on) END) STORED;

CREATE FUNCTION plan_checks_tell_plans() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid := coalesce(NEW.plan_id, OLD.plan_id);
  first_due date := (SELECT min(due_on) FROM plan_checks WHERE plan_id = concerned AND answered_at IS NULL);
BEGIN
  UPDATE plans SET check_due_on = first_due WHERE id = concerned AND check_due_on IS DISTINCT FROM first_due;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_checks_tell_plans AFTER INSERT OR DELETE OR UPDATE OF due_on, answered_at ON plan_checks
  FOR EACH ROW EXECUTE FUNCTION plan_checks_tell_plans();

-- Only columns of a known length: a list of bodies or topics could be longer than an index takes.
CREATE INDEX plans_open_in_short ON plans (last_edit_at DESC, id)
  INCLUDE (visibility, kind, stage, method, priority, has_partner, stage_since, improving_since, quiet_since, wants_help, watch_from)
  WHERE open_to_all;
DROP INDEX plans_help;
CREATE INDEX plans_help ON plans (last_edit_at DESC, id) WHERE wants_help;
DROP INDEX plans_slipping;
CREATE INDEX plans_to_watch ON plans (watch_from, id) WHERE watch_from IS NOT NULL;

-- That index is read alone as long as the table is tidied often.
ALTER TABLE plans SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
