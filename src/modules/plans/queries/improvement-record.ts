import { isPerson } from "#platform/actor.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayWishFor } from "../policy.ts";
import {
  readOwnLearning,
  readOwnPlans,
  readReflections,
  type OwnLearning,
  type OwnPlan,
  type Reflection,
} from "../store/improvement-record.ts";

export type { OwnPlan, Reflection };

export type ImprovementRecord = {
  name: string;
  plans: OwnPlan[];
  learning: OwnLearning[];
  reflections: Reflection[];
  at: Date;
};

/** What somebody did in improvement work, for their appraisal: theirs alone. */
export async function improvementRecord(context: Context): Promise<ImprovementRecord> {
  const { actor, db, at } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  return {
    name: actor.name,
    plans: await readOwnPlans(db, actor.id),
    learning: await readOwnLearning(db, actor.id),
    reflections: await readReflections(db, actor.id),
    at,
  };
}

export async function ownReflection(context: Context, id: string): Promise<Reflection> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  const found = isId(id) ? (await readReflections(db, actor.id)).find((one) => one.id === id) : undefined;
  if (!found) throw new NotFound();
  return found;
}
