import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayWriteStrategy } from "../policy.ts";
import { strategyPage, type StrategyPage } from "./strategy-page.ts";

/** For a form that is about to change it: who may not is told before writing anything. */
export async function strategyToWrite(context: Context, planId: string): Promise<StrategyPage> {
  const page = await strategyPage(context, planId);
  if (!mayWriteStrategy(context.actor, page.plan))
    throw new Forbidden(undefined, `/plans/${page.plan.id}/strategy`);
  return page;
}
