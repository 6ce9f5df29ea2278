import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { maySeePortfolio } from "../policy.ts";
import { insertView, removeView } from "../store/portfolio.ts";

/** One's own way back to a portfolio, under a name. */
export async function keepView(
  context: Context,
  { name, query }: { name: string; query: string },
): Promise<void> {
  const { actor, at } = context;
  if (!isPerson(actor) || !maySeePortfolio(actor)) throw new Forbidden();
  await perform(context, async (tx) => {
    const id = await insertView(tx, { userId: actor.id, name, query, at });
    return { result: null, did: { action: "keep-view", kind: "portfolio-view", id } };
  });
}

export async function dropView(context: Context, id: string): Promise<void> {
  const { actor } = context;
  if (!isPerson(actor) || !maySeePortfolio(actor)) throw new Forbidden();
  await perform(context, async (tx) => {
    if (!(await removeView(tx, { userId: actor.id, id }))) throw new NotFound();
    return { result: null, did: { action: "drop-view", kind: "portfolio-view", id } };
  });
}
