-- Whoever keeps a finished change going is told once of each time that a measure moves the other way.
ALTER TABLE plans ADD COLUMN slipping_told_for date;
CREATE INDEX plans_slipping_untold ON plans (slipping_since)
  WHERE slipping_since IS NOT NULL AND stage IN ('sustaining', 'closed')
    AND slipping_told_for IS DISTINCT FROM slipping_since;

-- Whoever takes their account away takes the files with them that they had looked at and not taken in.
CREATE FUNCTION users_take_imports() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM plan_imports WHERE uploaded_by = NEW.id;
  UPDATE plan_origins SET brought_by = NULL WHERE brought_by = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER users_take_imports AFTER UPDATE OF erased_at ON users
  FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION users_take_imports();
