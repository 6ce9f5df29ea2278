-- How many open bodies of each kind stand below a body or sit in an area. The page of the nation or of a region is
-- asked for more than any other, and counted its twenty thousand bodies each time.
CREATE TABLE bodies_within (
  body_id uuid NOT NULL REFERENCES bodies ON DELETE CASCADE,
  kind text NOT NULL REFERENCES body_kinds,
  count integer NOT NULL,
  -- Those of them that are the next step down; in an area all are.
  nearest integer NOT NULL,
  PRIMARY KEY (body_id, kind)
);

-- For a whole table filled while its triggers were off.
CREATE FUNCTION count_bodies_anew() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM bodies_within;
  INSERT INTO bodies_within (body_id, kind, count, nearest)
  SELECT above, b.kind, count(*), count(*) FILTER (WHERE above = b.parent_id)
  FROM bodies b CROSS JOIN unnest(b.ancestors) above WHERE b.closed_on IS NULL GROUP BY 1, 2
  UNION ALL
  SELECT m.area_id, b.kind, count(*), count(*) FROM area_members m JOIN bodies b ON b.id = m.body_id
  WHERE b.closed_on IS NULL GROUP BY 1, 2
$$;
SELECT count_bodies_anew();

-- What did not move cancels out, and its numbers are left alone. Counted in one order, so that two who add below the
-- same region wait for each other instead of standing still.
CREATE FUNCTION count_bodies(went bodies[], came bodies[]) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO bodies_within AS w (body_id, kind, count, nearest)
  SELECT above, kind, sum(step), coalesce(sum(step) FILTER (WHERE is_next), 0) FROM (
    SELECT above, c.kind, step, above = c.parent_id AS is_next
    FROM (SELECT *, -1 AS step FROM unnest(went) UNION ALL SELECT *, 1 FROM unnest(came)) c
      CROSS JOIN unnest(c.ancestors) above
    WHERE c.closed_on IS NULL
    UNION ALL
    SELECT m.area_id, c.kind, step, true
    FROM (SELECT *, -1 AS step FROM unnest(went) UNION ALL SELECT *, 1 FROM unnest(came)) c
      JOIN area_members m ON m.body_id = c.id
    WHERE c.closed_on IS NULL
  ) counted GROUP BY 1, 2
  HAVING sum(step) <> 0 OR sum(step) FILTER (WHERE is_next) <> 0 ORDER BY 1, 2
  ON CONFLICT (body_id, kind) DO UPDATE SET count = w.count + excluded.count, nearest = w.nearest + excluded.nearest
$$;

CREATE FUNCTION bodies_added() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_bodies('{}', (SELECT array_agg(n::bodies) FROM now_there n));
  RETURN NULL;
END $$;

CREATE FUNCTION bodies_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_bodies(
    (SELECT array_agg(w::bodies) FROM was_there w), (SELECT array_agg(n::bodies) FROM now_there n));
  RETURN NULL;
END $$;

-- A body closes and is never taken away.
CREATE TRIGGER bodies_added AFTER INSERT ON bodies
  REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION bodies_added();
CREATE TRIGGER bodies_changed AFTER UPDATE ON bodies
  REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION bodies_changed();

CREATE FUNCTION area_members_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bodies_within AS w (body_id, kind, count, nearest)
  SELECT c.area_id, c.kind, c.count, c.count FROM (
    SELECT m.area_id, b.kind, count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END AS count
    FROM changed m JOIN bodies b ON b.id = m.body_id WHERE b.closed_on IS NULL GROUP BY 1, 2
  ) c ORDER BY 1, 2
  ON CONFLICT (body_id, kind) DO UPDATE SET count = w.count + excluded.count, nearest = w.nearest + excluded.nearest;
  RETURN NULL;
END $$;
CREATE TRIGGER area_members_added AFTER INSERT ON area_members
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION area_members_changed();
CREATE TRIGGER area_members_removed AFTER DELETE ON area_members
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION area_members_changed();

-- It was there to be counted from.
DROP INDEX bodies_open;
