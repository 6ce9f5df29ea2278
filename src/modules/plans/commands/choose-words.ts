import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayChooseWords } from "../policy.ts";
import { writePlainReader } from "../store/readers.ts";

/** Every plan in plain English from now on, or in the words of the trade again. */
export async function chooseWords(context: Context, plain: boolean): Promise<void> {
  const { actor } = context;
  if (!isPerson(actor) || !mayChooseWords(actor)) throw new Forbidden();
  await perform(context, async (tx) => {
    await writePlainReader(tx, actor.id, plain);
    return { result: null, did: { action: "choose-words", kind: "user", id: actor.id, detail: { plain } } };
  });
}
