-- How many open bodies of each kind stand below a body or sit in an area, as rows to be added up: the nation's page
-- counted its twenty thousand bodies each time it was opened. Whoever adds or moves a body adds rows and changes none,
-- so that nobody waits for a number that everybody changes; a job puts them together again. No foreign key: it would
-- lock the nation's row with every row that is added here, and no body is ever taken away.
CREATE TABLE bodies_below (
  body_id uuid NOT NULL,
  kind text NOT NULL,
  count integer NOT NULL,
  -- Those of them that are the next step down; in an area all are.
  nearest integer NOT NULL
);
CREATE INDEX bodies_below_by_body ON bodies_below (body_id) INCLUDE (kind, count, nearest);

CREATE VIEW counts_below AS
  SELECT above AS body_id, b.kind, count(*) AS count, count(*) FILTER (WHERE above = b.parent_id) AS nearest
  FROM bodies b CROSS JOIN unnest(b.ancestors) above WHERE b.closed_on IS NULL GROUP BY 1, 2
  UNION ALL
  SELECT m.area_id, b.kind, count(*), count(*) FROM area_members m JOIN bodies b ON b.id = m.body_id
  WHERE b.closed_on IS NULL GROUP BY 1, 2;

-- To be called in a transaction of one snapshot: what others add meanwhile is then neither taken away nor counted.
CREATE FUNCTION count_bodies_anew() RETURNS void
LANGUAGE sql AS $$
  DELETE FROM bodies_below;
  INSERT INTO bodies_below SELECT body_id, kind, count, nearest FROM counts_below ORDER BY body_id
$$;
SELECT count_bodies_anew();

CREATE FUNCTION bodies_added() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bodies_below (body_id, kind, count, nearest)
  SELECT above, n.kind, count(*), count(*) FILTER (WHERE above = n.parent_id)
  FROM now_there n CROSS JOIN unnest(n.ancestors) above WHERE n.closed_on IS NULL GROUP BY 1, 2;
  RETURN NULL;
END $$;
CREATE TRIGGER bodies_added AFTER INSERT ON bodies
  REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION bodies_added();

CREATE FUNCTION bodies_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- What did not move cancels out, and adds no row.
  WITH changed AS (
    SELECT id, kind, parent_id, ancestors, -1 AS step FROM was_there WHERE closed_on IS NULL
    UNION ALL
    SELECT id, kind, parent_id, ancestors, 1 FROM now_there WHERE closed_on IS NULL
  ), counted AS (
    SELECT above, kind, step, CASE WHEN above = parent_id THEN step ELSE 0 END AS next_step
    FROM changed CROSS JOIN unnest(ancestors) above
    UNION ALL
    SELECT m.area_id, c.kind, step, step FROM changed c JOIN area_members m ON m.body_id = c.id
  )
  INSERT INTO bodies_below (body_id, kind, count, nearest)
  SELECT above, kind, sum(step), sum(next_step) FROM counted
  GROUP BY 1, 2 HAVING sum(step) <> 0 OR sum(next_step) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER bodies_changed AFTER UPDATE ON bodies
  REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION bodies_changed();

CREATE FUNCTION area_members_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  INSERT INTO bodies_below (body_id, kind, count, nearest)
  SELECT m.area_id, b.kind, count(*) * step, count(*) * step FROM changed m JOIN bodies b ON b.id = m.body_id
  WHERE b.closed_on IS NULL GROUP BY 1, 2;
  RETURN NULL;
END $$;
CREATE TRIGGER area_members_added AFTER INSERT ON area_members
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION area_members_changed();
CREATE TRIGGER area_members_removed AFTER DELETE ON area_members
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION area_members_changed();

-- It was there to be counted from.
DROP INDEX bodies_open;
