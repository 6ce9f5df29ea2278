import { isPerson } from "#platform/actor.ts";
import type { Bundles } from "#platform/bundle/bundles.ts";
import { dayOf } from "#platform/day.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { readPlanUpload, type PlanUpload } from "../imports/read-plan-upload.ts";
import { mayStartAnywhere, mayVouchForServers } from "../policy.ts";
import { readImport } from "../store/plan-imports.ts";

export type CheckedPlan = {
  id: string;
  name: string;
  content: Uint8Array;
  read: PlanUpload;
  /** Signed by a server for which nobody here has vouched: it is shown, and does not come in. */
  isStranger: boolean;
  can: { vouch: boolean };
};

/** A plan that waits to be brought here: only for whoever uploaded it. */
export async function checkedPlan(context: Context, bundles: Bundles, id: string): Promise<CheckedPlan> {
  const { actor, db, at } = context;
  if (!isPerson(actor) || !mayStartAnywhere(actor)) throw new Forbidden();
  const kept = isId(id) ? await readImport(db, { id, userId: actor.id, kind: "plan" }) : undefined;
  if (!kept) throw new NotFound();
  const { name, content } = kept;
  const read = await readPlanUpload(content, { bundles, today: dayOf(at), now: at });
  const isStranger = read.signed?.signer.standing === "unknown";
  return { id, name, content, read, isStranger, can: { vouch: mayVouchForServers(actor) } };
}

/** Whether somebody may bring a plan here at all. */
export function mayBringPlans({ actor }: Context): void {
  if (!mayStartAnywhere(actor)) throw new Forbidden();
}
