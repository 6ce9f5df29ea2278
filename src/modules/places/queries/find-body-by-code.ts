import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { isBodyCode } from "../body-code.ts";
import type { BodySummary } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { readSummary } from "../store/bodies.ts";

export async function findBodyByCode(context: Context, code: string): Promise<BodySummary> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const body = isBodyCode(code) ? await readSummary(context.db, code) : undefined;
  if (!body) throw new NotFound();
  return body;
}
