import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import type { BodySummary } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { readSummaryById } from "../store/bodies.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function bodySummary(context: Context, id: string): Promise<BodySummary> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const body = uuid.test(id) ? await readSummaryById(context.db, id) : undefined;
  if (!body) throw new NotFound();
  return body;
}
