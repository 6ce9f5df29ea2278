import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { seriesPage, type SeriesPage } from "../queries/series-page.ts";
import { SeriesBody } from "../views/series-body.tsx";

const done: Record<string, string> = {
  started: "The measure was started. Add its first number next",
  added: "The number was saved",
  changed: "The chart was changed",
  sharing: "Who can see it was changed",
  collector: "Who collects the numbers was changed",
  noted: "Your note is on the chart",
  unnoted: "The note was taken off the chart",
  defined: "The definition was changed",
  shared: "The definition is in the shared catalogue now",
  closed: "The measure was closed. Its numbers are kept",
  reopened: "The measure was opened again",
};

export async function seriesPageHandler(c: Request): Promise<Response> {
  const page = await seriesPage(contextOf(c), c.req.param("id")!);
  const key = c.req.query("done") ?? "";
  return renderPage(c, {
    title: page.model.name,
    section: "Measures",
    breadcrumbs: crumbs(page),
    success: Object.hasOwn(done, key) ? done[key] : undefined,
    island: "series-chart",
    children: <SeriesBody page={page} />,
  });
}

function crumbs({ model: { series } }: SeriesPage) {
  const { code, name } = series.body;
  return [
    { text: name, href: `/bodies/${code}` },
    { text: "Measures", href: `/bodies/${code}/measures` },
    ...(series.wholeId ? [{ text: series.definition.name, href: `/series/${series.wholeId}` }] : []),
  ];
}
