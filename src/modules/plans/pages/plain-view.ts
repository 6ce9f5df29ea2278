import { isPerson } from "#platform/actor.ts";
import { contextOf, type Request } from "#web/env.ts";
import { safeReturnTo } from "#web/return-to.ts";
import { chooseWords } from "../commands/choose-words.ts";

/** Back to the page it was pressed on, in the other words. Who has no account keeps the choice in the address. */
export async function choosePlain(c: Request): Promise<Response> {
  const context = contextOf(c);
  const form = c.get("form");
  const plain = form?.get("plain") === "yes";
  const asked = form?.get("next");
  const next = safeReturnTo(typeof asked === "string" ? asked : "/plans");
  if (!isPerson(context.actor)) return c.redirect(plain ? `${next}?view=plain` : next, 303);
  await chooseWords(context, plain);
  return c.redirect(next, 303);
}
