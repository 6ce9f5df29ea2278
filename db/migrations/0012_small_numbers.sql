-- Counts of people that are so small that somebody could be known by them. Hidden here, in the query, so that no
-- page, file or program is given them; where only one of a list would be hidden and their total is shown, or those
-- that are hidden add up to less than the threshold, the next smallest is hidden too. src/modules/measures/small-numbers.ts
-- says the same, and a test holds the two together.
CREATE FUNCTION hide_small(counts double precision[], smallest integer, rounding integer)
RETURNS double precision[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  hidden boolean[] := ARRAY(SELECT c IS NOT NULL AND c > 0 AND c < smallest FROM unnest(counts) WITH ORDINALITY u (c, i) ORDER BY i);
  nearest integer;
BEGIN
  WHILE true IN (SELECT unnest(hidden)) AND (
    (SELECT count(*) FROM unnest(hidden) h WHERE h) = 1
    OR (SELECT sum(counts[i]) FROM generate_subscripts(counts, 1) i WHERE hidden[i]) < smallest)
  LOOP
    SELECT i INTO nearest FROM generate_subscripts(counts, 1) i
    WHERE NOT hidden[i] AND counts[i] > 0 ORDER BY counts[i], i LIMIT 1;
    EXIT WHEN nearest IS NULL;
    hidden[nearest] := true;
  END LOOP;
  RETURN ARRAY(SELECT CASE WHEN counts[i] IS NULL OR hidden[i] THEN NULL
    WHEN rounding > 1 THEN round(counts[i]::numeric / rounding)::double precision * rounding ELSE counts[i] END
    FROM generate_subscripts(counts, 1) i ORDER BY i);
END $$;
