import type { InvitedRole } from "./team-roles.ts";

/** An invitation into the team of a plan: to one address, or printed for as many as it says. */
export type TeamInvitation = {
  id: string;
  planId: string;
  planTitle: string;
  planKind: string;
  bodyId: string;
  bodyName: string;
  role: InvitedRole;
  email: string | null;
  usesLeft: number;
  inviterName: string;
  createdBy: string;
  /** Whoever invited is still in the team: what somebody no longer is gives nothing. */
  inviterIsIn: boolean;
  createdAt: Date;
  expiresAt: Date;
  withdrawnAt: Date | null;
};
