-- Few numbers are drawn as a run chart unless somebody chose the chart: whoever changed how a series is looked at
-- saw it as it was drawn then, and it stays so.
UPDATE series_analyses SET options = options || '{"chosen": true}' WHERE number > 1;
