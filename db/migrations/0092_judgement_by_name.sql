-- A framework names the published measures that track its outcomes.
CREATE INDEX definition_versions_by_name ON definition_versions (name) WHERE purpose = 'judgement';
