import type { GroupRole } from "#modules/people/index.ts";

/** What each role in a team is called and does. All may write; what they are says what the others count on. */
export const roleWords: Record<GroupRole, { label: string; hint: string }> = {
  lead: { label: "Lead", hint: "Keeps it going, and decides who is in it and who sees it" },
  sponsor: { label: "Sponsor", hint: "Somebody senior who opens doors and asks how to help" },
  coach: { label: "Coach", hint: "Knows how improvement is done and helps the team to do it" },
  analyst: { label: "Analyst", hint: "Helps with measures, data and charts" },
  "patient-partner": {
    label: "Patient or carer partner",
    hint: "An equal partner who brings what it is like, with the same rights as everybody else",
  },
  member: { label: "Member", hint: "Works on it" },
};

/** Roles to invite to: a lead is not invited, the lead is handed over. */
export const invitedRoles = ["patient-partner", "member", "sponsor", "coach", "analyst"] as const;
export type InvitedRole = (typeof invitedRoles)[number];
