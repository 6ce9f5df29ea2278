import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { readFirstProject } from "../store/first-project.ts";
import type { FirstProject } from "../tour.ts";

export type Tour = { first: FirstProject | undefined; can: { start: boolean } };

/** How far somebody's own first project has come. */
export async function firstProject(context: Context & { actor: Person }): Promise<Tour> {
  const { actor, db, at } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  return {
    first: await readFirstProject(db, context, { userId: actor.id, at }),
    can: { start: mayStartAnywhere(actor) },
  };
}
