-- Every page asks several times which keys its reader holds, and nearly all of what that took was to plan the
-- question anew: 0.5 ms of 0.6. Here its plan is kept with the connection, one for all readers; there is no other
-- good one, as all is found by its key. What it answers is as it was.
CREATE OR REPLACE FUNCTION keys_of(person uuid, at timestamptz) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  held uuid[];
BEGIN
  IF person IS NULL THEN
    RETURN ARRAY[public_key()];
  END IF;
  held := ARRAY(SELECT own FROM own_organisations(ARRAY(
    SELECT m.body_id FROM memberships m
    WHERE m.user_id = person AND m.started_at <= at AND (m.ended_at IS NULL OR m.ended_at > at))) AS own);
  RETURN ARRAY[public_key(), signed_in_key()]
    || held
    || ARRAY(SELECT network_key(n) FROM own_networks(held) AS n)
    || ARRAY(SELECT g.group_id FROM group_members g
        WHERE g.user_id = person AND g.started_at <= at AND (g.ended_at IS NULL OR g.ended_at > at));
END
$$;
