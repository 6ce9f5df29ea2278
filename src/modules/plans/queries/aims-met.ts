import type { Context } from "#platform/perform.ts";
import type { AimsMet } from "../aim-rules.ts";
import { maySeePlan } from "../policy.ts";
import { readAimsMet } from "../store/aims-met.ts";

const fewest = 10;

/** How often an aim with a number was met, among the projects in sight that have ended; null while they are too few. */
export async function aimsMet(context: Context): Promise<AimsMet | null> {
  if (!maySeePlan(context.actor)) return null;
  const found = await readAimsMet(context.db, context);
  return found.ended < fewest ? null : found;
}
