import { holds, isPerson, isPlatformAdministrator, type Actor } from "#platform/actor.ts";
import { StepUpNeeded } from "#platform/problem.ts";
import type { BodySummary } from "./body.ts";

type Placed = Pick<BodySummary, "id" | "ancestors">;

/** Which bodies there are, and what they are for, is public knowledge. */
export function maySeeBodies(_actor: Actor): boolean {
  return true;
}

export function mayEditBody(actor: Actor, body: Placed): boolean {
  return (
    isPlatformAdministrator(actor) ||
    [body.id, ...body.ancestors].some((id) => holds(actor, "lead", id) || holds(actor, "administrator", id))
  );
}

export function mayAddTeam(
  actor: Actor,
  body: Pick<BodySummary, "id" | "ancestors" | "tier" | "closedOn">,
): boolean {
  return holdsTeams(body) && mayEditBody(actor, body);
}

/** Renaming, closing, merging, moving and setting areas: decided above the body, never by itself. */
export function mayRestructure(actor: Actor, body: Placed): boolean {
  return isPlatformAdministrator(actor) || body.ancestors.some((id) => holds(actor, "administrator", id));
}

/** Receiving a body that is moved here: decided here or above. */
export function mayReceive(actor: Actor, body: Placed): boolean {
  return (
    isPlatformAdministrator(actor) ||
    [body.id, ...body.ancestors].some((id) => holds(actor, "administrator", id))
  );
}

/** Nobody on a page: whoever runs the program founds it, who is not signed in. */
export function mayFoundNation(actor: Actor): boolean {
  return !isPerson(actor);
}

/** A file can touch any organisation of the nation. */
export function mayImport(actor: Actor): boolean {
  return isPlatformAdministrator(actor);
}

/** Structure outlives a session that somebody left open: it needs a second proof of who this is. */
export function requireStrongSession(actor: Actor): void {
  if (!isPerson(actor) || !actor.strong) throw new StepUpNeeded("This needs a second proof of who you are.");
}

function holdsTeams(body: Pick<BodySummary, "tier" | "closedOn">): boolean {
  return body.closedOn === null && body.tier !== "nation";
}
