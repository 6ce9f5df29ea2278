-- Nobody in particular holds only the public key, and most pages are read by nobody in particular: nothing is looked
-- up for them. What is looked up for a person is as it was.
CREATE OR REPLACE FUNCTION keys_of(person uuid, at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN person IS NULL THEN ARRAY[public_key()] ELSE (
    WITH held AS MATERIALIZED (
      SELECT ARRAY(SELECT own_organisations(ARRAY(
        SELECT m.body_id FROM memberships m
        WHERE m.user_id = person AND m.started_at <= at AND (m.ended_at IS NULL OR m.ended_at > at)))) AS bodies
    )
    SELECT ARRAY[public_key(), signed_in_key()]
      || held.bodies
      || ARRAY(SELECT network_key(n) FROM own_networks(held.bodies) AS n)
      || ARRAY(SELECT g.group_id FROM group_members g
          WHERE g.user_id = person AND g.started_at <= at AND (g.ended_at IS NULL OR g.ended_at > at))
    FROM held
  ) END
$$;
