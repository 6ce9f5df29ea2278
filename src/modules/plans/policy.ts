import { holds, isPerson, type Actor } from "#platform/actor.ts";
import { StepUpNeeded } from "#platform/problem.ts";
import type { GroupRole, Workplace } from "#modules/people/index.ts";
import type { PlanSeen } from "./plan.ts";
import type { TeamInvitation } from "./team-invitation.ts";

/** Sight is decided in the SQL, by the keys that open a plan; whoever it lets through may read all of it. */
export function maySeePlan(_actor: Actor): boolean {
  return true;
}

/** Anybody may start where they work: nobody has to approve it. */
export function mayStartPlan(actor: Actor, place: Pick<Workplace, "isOwn">): boolean {
  return isPerson(actor) && place.isOwn;
}

/** Whoever works somewhere has a place where they may start. */
export function mayStartAnywhere(actor: Actor): boolean {
  return isPerson(actor) && actor.roles.length > 0;
}

/** Everyone in the team, a patient partner as much as any other. */
export function mayEditPlan(_actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return plan.standing !== null;
}

/** Who is in the team, who sees the plan, at what stage it is: the lead; where there is none, whoever leads its bodies. */
export function mayLeadPlan(actor: Actor, plan: Pick<PlanSeen, "standing" | "lead" | "bodies">): boolean {
  if (plan.standing === "lead") return true;
  return plan.lead === null && plan.bodies.some((body) => holds(actor, "lead", body.id));
}

/** How well predictions came true, and what a coach would say: the team's own, whoever else may read the plan. */
export function maySeeCoaching(_actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return plan.standing !== null;
}

/** Anybody may leave; only whoever leads lets others go, and a lead leaves by handing over or by saying so. */
export function mayRemoveFromTeam(
  actor: Actor,
  plan: Pick<PlanSeen, "standing" | "lead" | "bodies">,
  userId: string,
): boolean {
  if (!isPerson(actor)) return false;
  return actor.id === userId ? plan.standing !== null : mayLeadPlan(actor, plan);
}

/** To invite is not to rule: everybody in the team may bring somebody in. */
export function mayInviteToTeam(_actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return plan.standing !== null;
}

/** One's own way of reading. */
export function mayChooseWords(actor: Actor): boolean {
  return isPerson(actor);
}

/** Talk is between people who gave their name: it is never part of what the public reads. */
export function maySeeTalk(actor: Actor): boolean {
  return isPerson(actor);
}

/** Whoever sees a plan may ask its team, and offer help. */
export function mayTalk(actor: Actor): boolean {
  return isPerson(actor);
}

export function mayChangeComment(actor: Actor, comment: { writerId: string | null }): boolean {
  return isPerson(actor) && comment.writerId === actor.id;
}

/** One's own, and whoever leads the plan keeps its talk decent. */
export function mayRemoveComment(
  actor: Actor,
  plan: Pick<PlanSeen, "standing" | "lead" | "bodies">,
  comment: { writerId: string | null },
): boolean {
  return mayChangeComment(actor, comment) || mayLeadPlan(actor, plan);
}

/** What is sent to oneself, and what one thinks of one's own work. */
export function mayWishFor(actor: Actor): boolean {
  return isPerson(actor);
}

/** What was done, by whom: for people who gave their own name. */
export function maySeeActivity(actor: Actor): boolean {
  return isPerson(actor);
}

/** The service itself, by the clock: nobody asks it to. */
export function maySendDigests(by: "clock"): boolean {
  return by === "clock";
}

/** What waits too long goes, and nobody has to ask for it. */
export function mayDropOldImports(by: "clock"): boolean {
  return by === "clock";
}

/** A link that the service signed and mailed is its own permission to stop its mail, for whoever holds it. */
export function mayStopMail(userId: string | undefined): userId is string {
  return userId !== undefined;
}

/** Whoever holds a printed link, and only the one address to which a mail was sent. */
export function mayJoinTeam(
  actor: Actor,
  invitation: Pick<TeamInvitation, "email">,
  isProved: boolean,
): boolean {
  if (!isPerson(actor)) return false;
  return (
    invitation.email === null || (isProved && actor.email.toLowerCase() === invitation.email.toLowerCase())
  );
}

/** What a patient partner needs and how they are paid: theirs to write, and the lead's to read. */
export function mayReadPartnerNotes(actor: Actor, plan: Pick<PlanSeen, "standing">, userId: string): boolean {
  return isPerson(actor) && plan.standing !== null && (actor.id === userId || plan.standing === "lead");
}

export function mayWritePartnerNotes(actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return isPerson(actor) && plan.standing === "patient-partner";
}

/** The sponsor, and nobody in their name. */
export function maySupport(_actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return plan.standing === "sponsor";
}

/** Whoever coaches, leads or administers somewhere and sees the plan may leave its team a word. */
export function maySendHelp(actor: Actor, _plan: Pick<PlanSeen, "id">): boolean {
  return (
    isPerson(actor) &&
    (["coach", "lead", "administrator", "adviser", "analyst"] as const).some((role) => holds(actor, role))
  );
}

/** Whom of a team a mail by the clock goes to. */
export function mayBeTold(what: "follow-up" | "slipping" | "lead-gone"): readonly GroupRole[] {
  return what === "lead-gone" ? ["sponsor", "coach"] : ["lead"];
}

/** To hand the whole of a plan to another server is the team's to decide. */
export function mayGivePlanAway(_actor: Actor, plan: Pick<PlanSeen, "standing">): boolean {
  return plan.standing !== null;
}

/** Whom this server believes: its own administrators, and nobody of one organisation alone. */
export function mayVouchForServers(actor: Actor): boolean {
  return (
    isPerson(actor) && actor.roles.some((held) => held.role === "administrator" && held.bodyKind === "nation")
  );
}

/** Trust outlives a session that somebody left open: it needs a second proof of who this is. */
export function requireStrongSession(actor: Actor): void {
  if (!isPerson(actor) || !actor.strong) throw new StepUpNeeded("This needs a second proof of who you are.");
}

/** Whoever is signed in sees how the work is going, as far as the plans themselves are in their sight. */
export function maySeePortfolio(actor: Actor): boolean {
  return isPerson(actor);
}

/** A write-up names people and what they think: for whoever gave their own name and sees the plan. */
export function maySeeWriteUp(actor: Actor): boolean {
  return isPerson(actor);
}
