import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { ItemRow } from "../item.ts";
import { itemPath } from "../paths.ts";
import { mayDiscuss } from "../policy.ts";
import { changesAllowed } from "../proposal.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type ItemToChange = { framework: InForce; item: ItemRow };

/** An item that somebody is about to propose a change of. */
export async function itemToChange(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<ItemToChange> {
  const framework = await frameworkInForce(context, frameworkKey);
  const item = framework.content.item(key);
  if (!item || changesAllowed(item.kind).length === 0) throw new NotFound();
  if (!mayDiscuss(context.actor)) throw new Forbidden(undefined, itemPath(frameworkKey, key));
  return { framework, item };
}
