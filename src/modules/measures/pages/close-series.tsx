import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { closeSeries } from "../commands/close-series.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { seriesName } from "../series.ts";

export async function closeSeriesPage(c: Request): Promise<Response> {
  const series = await seriesToChange(contextOf(c), c.req.param("id")!);
  return columnPage(c, {
    title: "Close this measure",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    children: (
      <>
        <p>
          To stop measuring is a good thing when a measure has done its work. The numbers and the chart are
          kept, nobody is asked for a number any more, and you can open it again.
        </p>
        <PostButton action={`/series/${series.id}/close`} text="Close the measure" variant="warning" />
      </>
    ),
  });
}

export async function saveClosed(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await closeSeries(contextOf(c), id, true);
  return c.redirect(`/series/${id}?done=closed`, 303);
}

export async function saveReopened(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await closeSeries(contextOf(c), id, false);
  return c.redirect(`/series/${id}?done=reopened`, 303);
}
