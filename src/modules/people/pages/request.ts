import type { Context } from "#platform/perform.ts";
import type { Request } from "#web/env.ts";
import { safeReturnTo } from "#web/return-to.ts";
import type { Browser } from "../browser.ts";
import type { People } from "../people.ts";
import { sourceAddress } from "../source-address.ts";

/** A page that also needs what this module made at the start. */
export type PeoplePage = (c: Request, people: People) => Response | Promise<Response>;

/** The same without the form's key, for what holds a password: nothing of it is to be kept. */
export function unkeyed<C extends Context>(context: C): C {
  return { ...context, submission: undefined };
}

export function browserOf(c: Request): Browser {
  const userAgent = (c.req.header("User-Agent") ?? "").slice(0, 300);
  return { headers: c.req.raw.headers, userAgent, source: sourceAddress(c) };
}

export function nextOf(c: Request): string {
  return safeReturnTo(c.req.query("next"));
}

/** The address of a page that knows where its visitor wants to go afterwards. */
export function withNext(path: string, next: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...more, ...(next !== "/" && { next }) });
  return query.size > 0 ? `${path}?${query}` : path;
}
