export { administratorNamed } from "./queries/administrator-named.ts";
export { nameAdministrator } from "./commands/name-administrator.ts";
export { peopleJobs } from "./jobs.ts";
export { peopleNavigation } from "./navigation.ts";
export { createPeople, type People } from "./people.ts";
export { listPersonas, type Persona } from "./queries/personas.ts";
export { mountPeople } from "./routes.ts";
export { phoneToken, pocketContext } from "./pocket-context.ts";
export { membersSlot } from "./members-slot.tsx";
export { addressProof } from "./verification-mail.ts";
export { isWithoutAdministrator } from "./queries/is-without-administrator.ts";
export { myWorkSection } from "./views/my-work.tsx";
export {
  changeGroupRole,
  groupRoles,
  joinGroup,
  leaveGroup,
  startGroup,
  type GroupRole,
  type Joining,
} from "./store/groups.ts";
export { findWorkplace, workplaceOptions } from "./queries/find-workplace.ts";
export type { Workplace } from "./store/workplaces.ts";
export { emailSchema } from "./account-fields.ts";
export { countRequest } from "./commands/as-guess.ts";
export { closedBecause, invitationToken, isInvitationToken, mostDays, mostUses } from "./invitation.ts";
export { codeReach, invitedEmail } from "./invitation-fields.ts";
export { takeUse, withdrawFrom } from "./store/invitation-uses.ts";
export { InvitationSheet } from "./views/invitation-sheet.tsx";
