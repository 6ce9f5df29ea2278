import { isPerson, type Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { contextOf, type Request } from "./env.ts";
import { SignInNeeded } from "./middleware/default-deny.ts";

export type OwnContext = Context & { actor: Person };

/** The context of a page that only somebody who is signed in can reach. */
export function ownContext(c: Request): OwnContext {
  const context = contextOf(c);
  const { actor } = context;
  if (!isPerson(actor)) throw new SignInNeeded();
  return { ...context, actor };
}
