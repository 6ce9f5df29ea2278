import { dayOf } from "#platform/day.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { mayPublishStrategy } from "../policy.ts";
import { strategyPage } from "../queries/strategy-page.ts";
import { refreshAfter } from "../strategy.ts";
import { publishStrategy as publish } from "../store/strategies.ts";

/** Publishes it with today's date, or says that it was looked at again: both count for a year. */
export async function publishStrategy(context: Context, planId: string, version: number): Promise<string> {
  const { plan, strategy } = await strategyPage(context, planId);
  if (!mayPublishStrategy(context.actor, plan)) throw new Forbidden();
  if (strategy.version === 0)
    throw new Invalid([{ field: "publish", message: "Write at least one section before you publish" }]);
  return perform(context, async (tx) => {
    const on = dayOf(context.at);
    const done = await publish(tx, { planId: plan.id, version, on, refreshOn: refreshAfter(on) });
    if (!done)
      throw new Invalid([
        { field: "publish", message: "It was changed meanwhile. Read it again before you publish" },
      ]);
    return {
      result: plan.id,
      did: { action: "publish-strategy", kind: "plan", id: plan.id, bodyId: plan.body.id, detail: { on } },
    };
  });
}
