import type { GroupRole } from "#modules/people/index.ts";

export type TeamMember = {
  userId: string;
  name: string;
  role: GroupRole;
  since: Date;
  /** Where they work, as far as it is one of the plan's own organisations or the first they have. */
  bodyName: string | null;
  jobTitle: string;
};
