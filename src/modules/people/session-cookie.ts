import { deleteCookie, getCookie, setSignedCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { Request } from "#web/env.ts";
import { derivedKey, isSignature } from "#platform/secrets.ts";

export type CookieNames = { session: string; code: string; signOn: string; phone: string; secure: boolean };

const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Browsers keep a `__Host-` cookie from us alone, and take one only over https or from the own machine. Plain
 * http elsewhere is for trials behind closed doors, where the cookie goes without the prefix.
 */
export function cookieNames(baseUrl: string): CookieNames {
  const url = new URL(baseUrl);
  const secure = url.protocol === "https:" || ownMachine.has(url.hostname);
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}session`,
    code: `${prefix}code`,
    signOn: `${prefix}sign-on`,
    phone: `${prefix}phone`,
    secure,
  };
}

/** What better-auth signs with, and so what a session's cookie is signed with. */
export function cookieSecret(secret: string): string {
  return derivedKey(secret, "accounts").toString("base64url");
}

export function cookieOptions(names: CookieNames): CookieOptions {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: names.secure };
}

/** The cookie ends with the browser, and the session before that: many machines here are shared. */
export async function giveSession(c: Request, names: CookieNames, token: string): Promise<void> {
  const { secret } = c.get("services");
  await setSignedCookie(c, names.session, token, cookieSecret(secret), cookieOptions(names));
}

/**
 * The session's token, when the cookie was signed by us. Every request asks, so the secret is the cookies' own,
 * worked out once for a process, and the signature is checked at once: to wait for WebCrypto takes longer than
 * the rest of the cookie, the session and the person together.
 */
export function sessionToken(c: Request, names: CookieNames, secret: string): string | undefined {
  const [, token, signature] = /^(.+)\.(.+)$/.exec(getCookie(c, names.session) ?? "") ?? [];
  return token && signature && isSignature(signature, token, secret) ? token : undefined;
}

export function takeSession(c: Request, names: CookieNames): void {
  deleteCookie(c, names.session, cookieOptions(names));
}
