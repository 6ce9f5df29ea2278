import { NotFound } from "#platform/problem.ts";
import { isId } from "#platform/id.ts";
import type { Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { safeReturnTo } from "#web/return-to.ts";
import { endPhone, rememberPhone } from "../commands/remember-phone.ts";
import { givePhone, phoneToken, pocketContext, takePhone } from "../pocket-context.ts";

/** Back to the page on which the phone enters something. */
export async function rememberPhoneForm(c: Request): Promise<Response> {
  givePhone(c, await rememberPhone(ownContext(c), c.req.header("User-Agent") ?? ""));
  return c.redirect(nextOf(c), 303);
}

/** From the phone itself, which need not be signed in for it. */
export async function forgetPhoneForm(c: Request): Promise<Response> {
  const token = phoneToken(c);
  if (!token) throw new NotFound();
  await endPhone(await pocketContext(c), { token });
  takePhone(c);
  return c.redirect(nextOf(c), 303);
}

export async function endPhoneForm(c: Request): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  await endPhone(ownContext(c), { id });
  return c.redirect("/me/sessions?done=phone", 303);
}

function nextOf(c: Request): string {
  const next = c.get("form")?.get("next");
  return safeReturnTo(typeof next === "string" ? next : undefined);
}
