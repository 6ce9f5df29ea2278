import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "#modules/plans/index.ts";
import { maySeeFramework } from "../policy.ts";
import { similarTo, type Similar } from "../similar-strategies.ts";
import { readLikenesses } from "../store/similar-strategies.ts";

/** Which strategies are worth reading beside this one, of those that can be seen. */
export async function similarStrategies(context: Context, plan: Pick<PlanSeen, "id">): Promise<Similar[]> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const { own, others } = await readLikenesses(context.db, context, plan.id);
  return own === undefined ? [] : similarTo(own, others);
}
