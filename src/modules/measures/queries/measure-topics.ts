import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import { readTopics } from "../store/definitions.ts";

/** The areas of care that the shared definitions are of, and how many each has. */
export async function measureTopics(context: Context): Promise<{ topic: string; measures: number }[]> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  return readTopics(context.db);
}
