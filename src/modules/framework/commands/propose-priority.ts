import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { findBodyByCode, typedBody, type BodySummary } from "#modules/places/index.ts";
import { maySpeakForBody } from "../policy.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { frameworksList } from "../queries/frameworks-list.ts";
import { insertPriority } from "../store/priorities.ts";

export type GivenPriority = { to: string; title: string; text: string; item: string };

/** Goes down, or from whoever helps across; the other side answers as it sees fit. */
export async function proposePriority(context: Context, code: string, given: GivenPriority): Promise<string> {
  const { actor, at } = context;
  const from = await findBodyByCode(context, code);
  if (!isPerson(actor) || !maySpeakForBody(actor, from.id)) throw new Forbidden();
  const to = await typedBody(context, given.to, "to");
  if (!goesDown(from, to))
    throw new Invalid([{ field: "to", message: `${to.name} does not stand below ${from.name}` }]);
  const served = await itemNamed(context, given.item);
  return perform(context, async (tx) => {
    const words = { title: given.title, text: given.text };
    const id = await insertPriority(tx, {
      fromId: from.id,
      toId: to.id,
      ...words,
      ...served,
      by: actor.id,
      at,
    });
    return { result: id, did: { action: "propose-priority", kind: "priority", id, bodyId: from.id } };
  });
}

const across: ReadonlySet<string> = new Set(["nation", "national-body", "area"]);

function goesDown(from: BodySummary, to: BodySummary): boolean {
  return (
    to.id !== from.id && to.closedOn === null && (across.has(from.tier) || to.ancestors.includes(from.id))
  );
}

async function itemNamed(context: Context, key: string) {
  if (key === "") return { frameworkId: null, itemKey: null };
  for (const { key: own } of await frameworksList(context)) {
    const { id, content } = await frameworkInForce(context, own);
    if (content.item(key)) return { frameworkId: id, itemKey: key };
  }
  throw new Invalid([{ field: "item", message: "Choose an action from the list" }]);
}
