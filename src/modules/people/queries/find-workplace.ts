import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid } from "#platform/problem.ts";
import { ownsAccount } from "../policy.ts";
import { readWorkplace, type Workplace } from "../store/workplaces.ts";

/** The place that somebody chose for their work, which must be one of their own. */
export async function findWorkplace(context: Context, code: string, field: string): Promise<Workplace> {
  const place = ownsAccount(context.actor) ? await readWorkplace(context.db, context, code) : undefined;
  if (!place?.isOwn)
    throw new Invalid([{ field, message: "Choose a place where you work, or ask its lead to invite you" }]);
  return place;
}

/** The places to choose from: those where the person holds a role, each once, home first. */
export function workplaceOptions({ actor }: Pick<Context, "actor">): { value: string; label: string }[] {
  if (!isPerson(actor)) return [];
  const byCode = new Map(actor.roles.map((held) => [held.bodyCode, held.bodyName]));
  return [...byCode].map(([value, label]) => ({ value, label }));
}
