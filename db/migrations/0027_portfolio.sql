-- Lists of a portfolio in their own order, so that the first of many thousands are read and not all of them.
CREATE INDEX plans_by_quiet ON plans (quiet_since, id) WHERE quiet_since IS NOT NULL;
CREATE INDEX plans_by_end ON plans (stage_since DESC) WHERE stage IN ('closed', 'stopped');
CREATE INDEX plans_help ON plans (last_edit_at DESC, id) WHERE help_wanted <> '' OR lead_gone_since IS NOT NULL;
CREATE INDEX plans_slipping ON plans (last_edit_at DESC, id) WHERE slipping_since IS NOT NULL;
