import { renderToStaticMarkup } from "react-dom/server";
import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import { readAim } from "../aim-rules.ts";
import { similarWork } from "../queries/similar-work.ts";
import { MissingInAim } from "../views/missing-in-aim.tsx";
import { SimilarWork } from "../views/similar-work.tsx";

/** The piece of the page that changes while somebody writes: what the aim leaves open, and who has tried it. */
export async function similarPiece(c: Request): Promise<Response> {
  const context = contextOf(c);
  const typed = (c.req.query("q") ?? "").slice(0, 500);
  const similar = await similarWork(context, typed);
  const { missing } = readAim(typed, dayOf(context.at));
  const piece = (
    <>
      <MissingInAim missing={missing} />
      <SimilarWork similar={similar} />
    </>
  );
  return c.html(renderToStaticMarkup(piece), 200, { "Cache-Control": "no-store" });
}
