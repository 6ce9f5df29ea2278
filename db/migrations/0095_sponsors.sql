-- Which plans have a sponsor, for lists that ask for it of all of them.
CREATE INDEX group_members_sponsors ON group_members (group_id, user_id) WHERE role = 'sponsor' AND ended_at IS NULL;
