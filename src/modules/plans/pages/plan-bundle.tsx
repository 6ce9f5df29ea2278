import { contextOf, type Request } from "#web/env.ts";
import { fileStem } from "../exports/paper.ts";
import { broughtBundle, planBundle } from "../queries/plan-bundle.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { bundlesOf } from "./bundles-of.ts";

/** The whole plan in a file that this server signs, for another server. */
export async function signedPlanFile(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id") ?? "");
  return answer(c, await planBundle(context, bundlesOf(c), plan), `${fileStem(plan.title)}-signed.json`);
}

/** The file in which a plan came here, as it came. */
export async function broughtPlanFile(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id") ?? "");
  return answer(c, await broughtBundle(context, plan), `${fileStem(plan.title)}-as-it-came.json`);
}

function answer(c: Request, bytes: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}"`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
}
