-- How long a board met in the time that its report is about, and how much of that went to improvement.
ALTER TABLE reports
  ADD COLUMN minutes_met integer CHECK (minutes_met BETWEEN 1 AND 99999),
  ADD COLUMN minutes_on_improvement integer,
  ADD CHECK ((minutes_met IS NULL) = (minutes_on_improvement IS NULL)),
  ADD CHECK (minutes_on_improvement BETWEEN 0 AND minutes_met);
