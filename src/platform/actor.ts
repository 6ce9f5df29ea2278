/** Who is asking. Made once for each request, from the session and the memberships as they stand now. */
export type Actor = Visitor | Person;

export type Visitor = { kind: "visitor" };

export type Person = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  sessionId: string;
  /** True when this session was proved by more than a password. */
  strong: boolean;
  roles: readonly RoleHeld[];
};

export const roles = [
  "member",
  "lead",
  "coach",
  "analyst",
  "board-member",
  "patient-partner",
  "adviser",
  "officer",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

export type RoleHeld = {
  role: Role;
  bodyId: string;
  bodyCode: string;
  bodyName: string;
  bodyKind: string;
};

export const visitor: Visitor = { kind: "visitor" };

export function isPerson(actor: Actor): actor is Person {
  return actor.kind === "person";
}

export function holds(actor: Actor, role: Role, bodyId?: string): boolean {
  return (
    isPerson(actor) &&
    actor.roles.some((held) => held.role === role && (bodyId === undefined || held.bodyId === bodyId))
  );
}

/** Whoever administers the nation's body administers the platform. */
export function isPlatformAdministrator(actor: Actor): boolean {
  return (
    isPerson(actor) && actor.roles.some((held) => held.role === "administrator" && held.bodyKind === "nation")
  );
}

/** Roles that see or change more than their own body's work: these need a second proof of who they are. */
export const privilegedRoles: readonly Role[] = ["officer", "administrator"];
