import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { maySeeFramework } from "../policy.ts";
import { listFrameworks, type FrameworkRow } from "../store/frameworks.ts";

export async function frameworksList(context: Context): Promise<FrameworkRow[]> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  return listFrameworks(context.db);
}
