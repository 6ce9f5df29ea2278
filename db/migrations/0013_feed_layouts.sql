-- Which column of a published file holds what, and who keeps the series that it feeds.
ALTER TABLE feeds ADD COLUMN layout jsonb NOT NULL DEFAULT '{}';
ALTER TABLE feeds ADD COLUMN group_id uuid REFERENCES groups;
-- Series whose numbers came in bulk and that are still to be reckoned.
CREATE INDEX series_unreckoned ON series (number) WHERE variation IS NULL;
