import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isPerson, type Person } from "#platform/actor.ts";
import { contextOf, type Request } from "#web/env.ts";
import { SignInNeeded } from "#web/middleware/default-deny.ts";
import type { OwnContext } from "#web/own-context.ts";
import { phoneOwner } from "./queries/phone-owner.ts";
import { cookieNames, cookieOptions } from "./session-cookie.ts";
import { phoneSeconds } from "./session-times.ts";

/**
 * Who enters a number or a note from a phone: whoever is signed in, or else whoever let this phone enter in their
 * name. Only for pages that enter one thing and show no more than is needed for it.
 */
export async function pocketContext(c: Request): Promise<OwnContext & { byPhone: boolean }> {
  const context = contextOf(c);
  const { actor } = context;
  if (isPerson(actor)) return { ...context, actor, byPhone: false };
  const owner = await ownerOfPhone(c);
  if (!owner) throw new SignInNeeded();
  // What somebody else filled in before this phone was theirs is not theirs to send.
  const sender = c.get("form")?.get("_as");
  if (typeof sender === "string" && sender !== owner.id) throw new SignInNeeded();
  return { ...context, actor: owner, byPhone: true };
}

async function ownerOfPhone(c: Request): Promise<Person | undefined> {
  const token = phoneToken(c);
  return token ? phoneOwner(c.get("services").db, token, c.get("at")) : undefined;
}

export function phoneToken(c: Request): string | undefined {
  return getCookie(c, phoneCookie(c));
}

export function givePhone(c: Request, token: string): void {
  const names = cookieNames(c.get("services").config.BASE_URL);
  setCookie(c, phoneCookie(c), token, { ...cookieOptions(names), maxAge: phoneSeconds });
}

export function takePhone(c: Request): void {
  deleteCookie(c, phoneCookie(c), cookieOptions(cookieNames(c.get("services").config.BASE_URL)));
}

function phoneCookie(c: Request): string {
  return cookieNames(c.get("services").config.BASE_URL).phone;
}
