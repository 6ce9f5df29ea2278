-- Deeds about a part of a plan, such as one of its tests, name the plan: so that what was done in it is one list.
CREATE INDEX audit_entries_by_plan ON audit_entries ((detail ->> 'plan'), at DESC) WHERE detail ? 'plan';
