import type { Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { closedBecause, invitationToken } from "../invitation.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { People } from "../people.ts";
import {
  grantableRoles,
  mayEndMembership,
  mayGrant,
  mayInvite,
  mayManageSignOn,
  maySeeMembers,
  requireProof,
} from "../policy.ts";
import { roleLabels } from "../role-words.ts";
import {
  countOpenInvitations,
  findInvitation,
  listOpenInvitations,
  type InvitationRow,
} from "../store/invitations.ts";
import { countMembers, heldBy, listMembers, type MemberRow } from "../store/memberships.ts";

export type BodyPeople = {
  members: MemberRow[];
  paging: Paging;
  can: { invite: boolean; manage: boolean; signOn: boolean; leave: boolean };
};

const pageSize = 30;

export async function bodyPeople(
  context: Context,
  body: BodySummary,
  asked: { search: string; page: AskedPage },
): Promise<BodyPeople> {
  const { actor, db, at } = context;
  if (!maySeeMembers(actor, body)) {
    throw new Forbidden("Who works here is for the people who work here to see.", `/bodies/${body.code}`);
  }
  const which = { bodyId: body.id, at, search: asked.search };
  const part = paging(await countMembers(db, which), asked.page, pageSize);
  const isMember = actor.kind === "person" && actor.roles.some((held) => held.bodyId === body.id);
  const invites = mayInvite(actor, body);
  return {
    members: await listMembers(db, which, part),
    paging: part,
    can: {
      invite: invites && body.closedOn === null,
      manage: invites,
      signOn: mayManageSignOn(actor, body),
      leave: isMember,
    },
  };
}

export type HeldHere = {
  name: string;
  held: { role: Role; startedAt: Date; canEnd: boolean }[];
  grantable: Role[];
};

/** What one person holds here, for who may change it. */
export async function heldHere(context: Context, body: BodySummary, userId: string): Promise<HeldHere> {
  const { actor, db, at } = context;
  if (!mayInvite(actor, body)) throw new Forbidden("You cannot change roles here.", `/bodies/${body.code}`);
  requireProof(actor);
  const held = await heldBy(db, userId, body.id, at);
  if (!held[0]) throw new NotFound();
  return {
    name: held[0].name,
    held: held.map((one) => ({
      role: one.role,
      startedAt: one.startedAt,
      canEnd: mayEndMembership(actor, one, body),
    })),
    grantable: rolesToGive(context, body),
  };
}

/** The roles that this person can give here; whoever can give none is told so. */
export function rolesToGive({ actor }: Context, body: BodySummary): Role[] {
  if (!mayInvite(actor, body)) throw new Forbidden("You cannot invite people here.", `/bodies/${body.code}`);
  requireProof(actor);
  return grantableRoles(actor, body, Object.keys(roleLabels) as Role[]);
}

/** The same for an invitation: nobody is invited to what has closed. */
export function rolesToInvite(context: Context, body: BodySummary): Role[] {
  const roles = rolesToGive(context, body);
  if (body.closedOn) throw new Forbidden("This organisation has closed.", `/bodies/${body.code}`);
  return roles;
}

export type OpenInvitations = { invitations: InvitationRow[]; paging: Paging };

export async function openInvitations(
  context: Context,
  body: BodySummary,
  page: AskedPage,
): Promise<OpenInvitations> {
  const { db, at, actor } = context;
  if (!mayInvite(actor, body))
    throw new Forbidden("You cannot see invitations here.", `/bodies/${body.code}`);
  requireProof(actor);
  const part = paging(await countOpenInvitations(db, body.id, at), page, pageSize);
  return { invitations: await listOpenInvitations(db, body.id, at, part), paging: part };
}

export type PrintedInvitation = InvitationRow & { link: string; closed: string | undefined };

/** The link again, for who could have made it: whoever sees it can give the role away. */
export async function printedInvitation(
  context: Context,
  people: People,
  body: BodySummary,
  id: string,
): Promise<PrintedInvitation> {
  const { actor, db, at } = context;
  const invitation = await findInvitation(db, body.id, id);
  if (!invitation || !mayGrant(actor, invitation.role, body)) throw new NotFound();
  requireProof(actor);
  const link = `${people.baseUrl}/invitations/${invitationToken(people.invitationKey, id)}`;
  return { ...invitation, link, closed: closedBecause(invitation, at) };
}
