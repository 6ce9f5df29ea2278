import type { Context } from "#platform/perform.ts";
import { planInSight } from "../queries/plan-in-sight.ts";

/** Whoever watches a diagram is told of each version, as long as they can see its plan. */
export async function watchDiagram(context: Context, planId: string): Promise<number> {
  return (await planInSight(context, planId)).diagramVersion;
}
