import { Forbidden } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { dayOf } from "#platform/day.ts";
import { mayFoundNation } from "../policy.ts";
import { readNation } from "../store/bodies.ts";
import { insertNation } from "../store/write-body.ts";

/** The code of the body that all others stand below: of the one that is there, or of a new one. */
export async function foundNation(context: Context, name: string): Promise<string> {
  if (!mayFoundNation(context.actor)) throw new Forbidden();
  const there = await readNation(context.db);
  if (there) return there;
  return perform(context, async (tx) => {
    const { id, code } = await insertNation(tx, { name, openedOn: dayOf(context.at) });
    return { result: code, did: { action: "found-nation", kind: "body", id, bodyId: id } };
  });
}
