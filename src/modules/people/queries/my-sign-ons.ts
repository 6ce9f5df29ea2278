import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { ownsAccount } from "../policy.ts";
import { listSignOnsOf } from "../store/sign-on.ts";

/** The names of the sign-ons that lead to this account. */
export async function mySignOns({ db, actor }: Context & { actor: Person }): Promise<string[]> {
  if (!ownsAccount(actor)) throw new NotFound();
  return listSignOnsOf(db, actor.id);
}
