import { renderToStaticMarkup } from "react-dom/server";
import { contextOf, type Request } from "#web/env.ts";
import { similarWork } from "../queries/similar-work.ts";
import { SimilarWork } from "../views/similar-work.tsx";

/** The piece of the page that changes while somebody writes. */
export async function similarPiece(c: Request): Promise<Response> {
  const similar = await similarWork(contextOf(c), (c.req.query("q") ?? "").slice(0, 500));
  return c.html(renderToStaticMarkup(<SimilarWork similar={similar} />), 200, {
    "Cache-Control": "no-store",
  });
}
