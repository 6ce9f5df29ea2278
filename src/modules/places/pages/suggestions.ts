import { contextOf, type Request } from "#web/env.ts";
import { suggestBodies } from "../queries/suggest-bodies.ts";

/** What the type-ahead asks for while somebody writes. */
export async function suggestions(c: Request): Promise<Response> {
  return c.json(await suggestBodies(contextOf(c), c.req.query("q") ?? ""));
}
