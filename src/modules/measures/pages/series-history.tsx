import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { keptPicture, seriesHistory } from "../queries/series-history.ts";
import { seriesName } from "../series.ts";
import { SeriesChanges } from "../views/series-changes.tsx";

export async function seriesHistoryPage(c: Request): Promise<Response> {
  const history = await seriesHistory(contextOf(c), c.req.param("id")!);
  return renderPage(c, {
    title: "What was changed",
    section: "Measures",
    backLink: { text: "Back", href: `/series/${history.series.id}` },
    children: (
      <>
        <span className="nhsuk-caption-l">{seriesName(history.series)}</span>
        <h1>What was changed</h1>
        <SeriesChanges history={history} />
      </>
    ),
  });
}

export async function historyPicture(c: Request): Promise<Response> {
  const which = c.req.param("which") === "before" ? "before" : "after";
  const picture = { number: Number(c.req.param("number")), which } as const;
  const svg = await keptPicture(contextOf(c), c.req.param("id")!, picture);
  return c.body(svg, 200, { "Content-Type": "image/svg+xml; charset=utf-8" });
}
