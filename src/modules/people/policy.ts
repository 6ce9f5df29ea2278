import {
  isPerson,
  isPlatformAdministrator,
  privilegedRoles,
  type Actor,
  type Role,
  type RoleHeld,
} from "#platform/actor.ts";
import { StepUpNeeded } from "#platform/problem.ts";
import { audienceReaches, type Audience, type Relation } from "./audience.ts";
import { longestPassword } from "./password.ts";
import { isLive, type SessionTimes } from "./session-times.ts";

/** What of a body decides who may do what there. */
export type Place = { id: string; kind: string; ancestors: readonly string[] };

/** At most so many guesses in so many seconds, for an account and for a source each. */
export const guessLimit = { most: 10, withinSeconds: 300 };

/** How many days things are kept after they have done their work. */
export const keptFor = { submissionsDays: 7, attemptsDays: 1, invitationsDays: 90, mailsDays: 30 };

const supportKinds: ReadonlySet<string> = new Set([
  "ahsn",
  "leadership-academy",
  "clinical-network",
  "clinical-senate",
]);

/** What a lead may make of somebody: everything that works in the body, and nothing that governs it. */
const rolesOfLeads: ReadonlySet<Role> = new Set([
  "member",
  "coach",
  "analyst",
  "board-member",
  "patient-partner",
  "lead",
]);

// Sessions and accounts

export const mayUseSession = (times: SessionTimes, at: Date): boolean => isLive(times, at);

export const mayEndSessionsOf = (actor: Actor, userId: string): boolean =>
  isPerson(actor) && actor.id === userId;

/** An officer or an administrator proves who they are each time; a phone that is remembered proves nothing. */
export const mayUseRememberedPhone = ({ roles }: { roles: readonly RoleHeld[] }): boolean =>
  !roles.some((held) => privilegedRoles.includes(held.role));

export const mayBeReminded = (user: { email_verified: boolean }): boolean => !user.email_verified;

/** A link that came by mail is its own permission, for whoever may sign in at all or nobody yet. */
export const mayUseMailedLink = (token: string): boolean => token.length >= 16 && token.length <= 1_000;

/** Anybody may ask; nobody learns whether there was an account to ask for. */
export const mayAskForReset = (email: string): boolean => email.length > 0;

/** 6 digits of the hour, or one of the codes that were printed. */
export const mayTryCode = (code: string): boolean => /^(\d{6}|[A-Za-z0-9]{5}-?[A-Za-z0-9]{5})$/.test(code);

/** Longer than any password that was ever taken: not worth the work of looking. */
export const mayTryPassword = (password: string): boolean =>
  password.length > 0 && password.length <= longestPassword;

export const maySignOnWith = (provider: { enabled: boolean }): boolean => provider.enabled;

/** What stands behind a session: the demonstration's open door, a code, or the claims of a sign-on. */
export type Proof =
  | { by: "persona" }
  | { by: "code" }
  | { by: "sign-on"; claims: readonly string[]; strongClaims: readonly string[] };

export function isStrongProof(proof: Proof): boolean {
  return proof.by !== "sign-on" || proof.claims.some((claim) => proof.strongClaims.includes(claim));
}

export const mayBecomePersona = (demonstration: boolean, user: { persona: string | null }): boolean =>
  demonstration && user.persona !== null;

/** The people of the demonstration are everybody's, and stay. */
export const mayBeErased = (user: { persona: string | null }): boolean => user.persona === null;

export const mayChangeEmail = (user: { persona: string | null }): boolean => user.persona === null;

export const mayReadOutbox = (mail: { hasOutboxPage: boolean }): boolean => mail.hasOutboxPage;

/** One's own account, and nobody else's. */
export const ownsAccount = (actor: Actor): boolean => isPerson(actor);

/** Whoever governs others proves twice who they are before they do. */
export function needsProof(actor: Actor): boolean {
  return isPerson(actor) && !actor.strong && actor.roles.some((held) => privilegedRoles.includes(held.role));
}

export function requireProof(actor: Actor): void {
  if (needsProof(actor)) throw new StepUpNeeded("This needs a second proof of who you are.");
}

/** Nobody takes their second factor away without it. */
export function requireStrong(actor: Actor): void {
  if (!isPerson(actor) || !actor.strong) throw new StepUpNeeded("This needs a second proof of who you are.");
}

// Roles

/** In whose name an operator's command may work. */
export const mayLendName = isPlatformAdministrator;

export function mayGrant(actor: Actor, role: Role, body: Place): boolean {
  if (role === "administrator") return administers(actor, body);
  if (role === "officer") return body.kind === "national-body" && administers(actor, body);
  if (role === "adviser") return supportKinds.has(body.kind) && leads(actor, body);
  return rolesOfLeads.has(role) && leads(actor, body);
}

/** By nobody on a page: whoever runs the program names the first one, who is not signed in. */
export const mayBeNamedAdministrator = (namer: Actor, user: { persona: string | null }): boolean =>
  !isPerson(namer) && user.persona === null;

export function grantableRoles(actor: Actor, body: Place, all: readonly Role[]): Role[] {
  return all.filter((role) => mayGrant(actor, role, body));
}

export function mayInvite(actor: Actor, body: Place): boolean {
  return leads(actor, body);
}

/** Taking a role away asks for the same standing as giving it; one's own anybody may lay down. */
export function mayEndMembership(actor: Actor, held: { userId: string; role: Role }, body: Place): boolean {
  return mayEndSessionsOf(actor, held.userId) || mayGrant(actor, held.role, body);
}

export function maySeeMembers(actor: Actor, body: Place): boolean {
  return holdsIn(actor, [body.id]) || leads(actor, body);
}

/** Whom to ask here is for everyone who is signed in; the public has the body's own contact. */
export const maySeeLeads = (actor: Actor): boolean => isPerson(actor);

export function mayManageSignOn(actor: Actor, body: Place): boolean {
  return administers(actor, body);
}

/** An invitation to one address is for whoever has proved to have it; a printed one for whoever holds it. */
export function mayAcceptInvitation(
  actor: Actor,
  invitation: { email: string | null },
  emailVerified: boolean,
): boolean {
  return (
    isPerson(actor) && (invitation.email === null || (emailVerified && invitation.email === actor.email))
  );
}

function administers(actor: Actor, body: Place): boolean {
  if (isPlatformAdministrator(actor)) return true;
  return body.kind !== "nation" && holdsIn(actor, [body.id, ...body.ancestors], ["administrator"]);
}

function leads(actor: Actor, body: Place): boolean {
  return (
    isPlatformAdministrator(actor) || holdsIn(actor, [body.id, ...body.ancestors], ["lead", "administrator"])
  );
}

function holdsIn(actor: Actor, bodyIds: readonly string[], roles?: readonly Role[]): boolean {
  const counts = (held: RoleHeld): boolean =>
    bodyIds.includes(held.bodyId) && (!roles || roles.includes(held.role));
  return isPerson(actor) && actor.roles.some(counts);
}

// Profiles

export function relationTo(actor: Actor, person: { id: string; bodyIds: readonly string[] }): Relation {
  if (!isPerson(actor)) return "visitor";
  if (actor.id === person.id) return "self";
  return holdsIn(actor, person.bodyIds) ? "colleague" : "signed-in";
}

export const maySeeField = (audience: Audience, relation: Relation): boolean =>
  audienceReaches(audience, relation);
