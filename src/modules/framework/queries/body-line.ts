import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { StepUp } from "../line.ts";
import { maySeeFramework } from "../policy.ts";
import { listFrameworks, type FrameworkRow } from "../store/frameworks.ts";
import { readWayUpOfBody } from "../store/lines.ts";

export async function bodyLine(
  context: Context,
  bodyId: string,
): Promise<{ way: StepUp[]; frameworks: FrameworkRow[] }> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const way = await readWayUpOfBody(context.db, context, bodyId);
  return { way, frameworks: way.length === 0 ? [] : await listFrameworks(context.db) };
}
