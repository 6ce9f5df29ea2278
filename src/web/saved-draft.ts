import type { Request } from "./env.ts";

/**
 * Tells the browser that it may forget what it kept of a text, on the page that says that it was saved and on no
 * other: whoever only comes by has perhaps not saved yet.
 */
export function savedDraft(c: Request, name: string): { savedDraft?: string } {
  return c.req.query("done") === undefined ? {} : { savedDraft: name };
}
