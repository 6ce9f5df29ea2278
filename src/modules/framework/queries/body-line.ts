import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { StepUp } from "../line.ts";
import { maySeeFramework } from "../policy.ts";
import { listFrameworks, type FrameworkRow } from "../store/frameworks.ts";
import { listAlignedOf, readWayUp } from "../store/lines.ts";

export async function bodyLine(
  context: Context,
  bodyId: string,
): Promise<{ way: StepUp[]; frameworks: FrameworkRow[] }> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const plans = await listAlignedOf(context.db, context, bodyId);
  if (plans.length === 0) return { way: [], frameworks: [] };
  const way = await readWayUp(context.db, context, plans.slice(0, 1));
  return { way, frameworks: await listFrameworks(context.db) };
}
