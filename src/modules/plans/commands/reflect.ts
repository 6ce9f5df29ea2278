import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { mayWishFor } from "../policy.ts";
import { ownReflection } from "../queries/improvement-record.ts";
import {
  deleteReflection,
  insertReflection,
  readOwnPlans,
  writeReflection,
  type ReflectionText,
} from "../store/improvement-record.ts";

/** What somebody thinks of their own part: seen by nobody else. */
export async function addReflection(context: Context, given: ReflectionText): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  await refuseOthersPlan(context, given);
  return perform(context, async (tx) => {
    const id = await insertReflection(tx, actor.id, { ...given, at });
    return { result: id, did: { action: "add-reflection", kind: "reflection", id } };
  });
}

export async function changeReflection(
  context: Context,
  id: string,
  given: ReflectionText & { version: number },
): Promise<null> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  const before = await ownReflection(context, id);
  await refuseOthersPlan(context, given);
  return perform(context, async (tx) => {
    if (!(await writeReflection(tx, actor.id, { ...given, id, at }))) {
      const field = { name: "text", label: "Your reflection", yours: given.text, theirs: before.text };
      throw new Conflict([field], before.version);
    }
    return { result: null, did: { action: "change-reflection", kind: "reflection", id } };
  });
}

export async function removeReflection(context: Context, id: string): Promise<null> {
  const { actor } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  await ownReflection(context, id);
  return perform(context, async (tx) => {
    if (!(await deleteReflection(tx, actor.id, id))) throw new NotFound();
    return { result: null, did: { action: "remove-reflection", kind: "reflection", id } };
  });
}

async function refuseOthersPlan({ db, actor }: Context, { planId }: ReflectionText): Promise<void> {
  if (planId === null || !isPerson(actor)) return;
  const own = await readOwnPlans(db, actor.id);
  if (!own.some((plan) => plan.id === planId))
    throw new Invalid([{ field: "plan", message: "Choose one of your own plans, or none" }]);
}
