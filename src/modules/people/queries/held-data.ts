import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { ownsAccount } from "../policy.ts";
import { readHeldData } from "../store/held-data.ts";

/** What we hold on who asks, and on nobody else. */
export async function heldData({
  db,
  actor,
  at,
}: Context & { actor: Person }): Promise<Record<string, unknown>> {
  if (!ownsAccount(actor)) throw new NotFound();
  return { madeAt: at.toISOString(), ...(await readHeldData(db, actor.id)) };
}
