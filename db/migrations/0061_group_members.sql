-- What somebody is in a group is asked as of a moment, ended or not, and so needs indexes of all that was.
CREATE INDEX group_members_by_group ON group_members (group_id, user_id);
DROP INDEX group_members_by_user;
CREATE INDEX group_members_by_user ON group_members (user_id, group_id);
