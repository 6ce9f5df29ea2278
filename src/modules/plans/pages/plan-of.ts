import { contextOf, type Request } from "#web/env.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { frameOf } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";

/** The plan that this page is about, in the words that its reader chose. */
export async function planOf(c: Request): Promise<PlanFrame> {
  return frameOf(c, await planInSight(contextOf(c), c.req.param("id") ?? ""));
}
