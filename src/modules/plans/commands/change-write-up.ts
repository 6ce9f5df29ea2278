import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { writeUpHeadings, type WriteUpPart } from "../record/write-up.ts";
import { forgetPart, readWriteUp, writePart } from "../store/write-up.ts";
import { keepText } from "../store/texts.ts";
import { teamDeed } from "../team-deed.ts";

/** One part, in the team's own words from now on. */
export async function changeWriteUp(
  context: Context,
  plan: PlanSeen,
  { part, text, version }: { part: WriteUpPart; text: string; version: number },
): Promise<null> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    if (!(await writePart(tx, { planId: plan.id, part, text, version, by, at }))) {
      const theirs = (await readWriteUp(tx, plan.id)).find((one) => one.part === part);
      if (!theirs) throw new NotFound();
      const field = { name: "text", label: writeUpHeadings[part], yours: text, theirs: theirs.text };
      throw new Conflict([field], theirs.version);
    }
    const texts = [{ thingKind: "write-up", thingId: plan.id, field: part, text }] as const;
    await keepText(tx, { planId: plan.id, by, at, texts });
    return { result: null, did: { action: "write-up", kind: "plan", id: plan.id, detail: { part } } };
  });
}

/** The draft from the record stands there again; the team's own words stay in the history of texts. */
export async function draftAgain(context: Context, plan: PlanSeen, part: WriteUpPart): Promise<null> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    if (!(await forgetPart(tx, plan.id, part))) throw new NotFound();
    const texts = [{ thingKind: "write-up", thingId: plan.id, field: part, text: "" }] as const;
    await keepText(tx, { planId: plan.id, by, at, texts });
    return {
      result: null,
      did: { action: "write-up", kind: "plan", id: plan.id, detail: { part, drafted: true } },
    };
  });
}
