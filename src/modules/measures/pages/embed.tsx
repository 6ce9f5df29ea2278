import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { embedSeries, stopEmbedding } from "../commands/embed-series.ts";
import { embedToken, readEmbedToken } from "../embed-token.ts";
import { embeddedChart, seriesEmbeds, type SeriesEmbeds } from "../queries/embeds.ts";
import { seriesName } from "../series.ts";
import { EmbedList } from "../views/embed-list.tsx";
import { SeriesPicture } from "../views/series-chart.tsx";

const form = defineForm({
  place: {
    kind: "text",
    label: "Where it will stand",
    hint: "For your own record, such as The ward’s page on the intranet",
    schema: z.string().min(2, "Say where it will stand").max(200, "This must be 200 characters or fewer"),
  },
});

export async function embedPage(c: Request): Promise<Response> {
  return draw(c, await seriesEmbeds(contextOf(c), c.req.param("id")!), {});
}

export async function saveEmbed(c: Request): Promise<Response> {
  const context = contextOf(c);
  const found = await seriesEmbeds(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    async act({ place }) {
      await embedSeries(context, found.series.id, place);
      return c.redirect(`/series/${found.series.id}/embed`, 303);
    },
    redraw: (state, status) => draw(c, found, state, status),
  });
}

export async function stopEmbed(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await stopEmbedding(contextOf(c), id, c.req.param("embed")!);
  return c.redirect(`/series/${id}/embed`, 303);
}

/** The picture itself, as it is now. It may be shown for a minute before it is asked for again. */
export async function embeddedPicture(c: Request): Promise<Response> {
  const id = readEmbedToken(c.req.param("token")!.replace(/\.svg$/, ""), c.get("services").secret);
  const model = await embeddedChart(contextOf(c), id);
  return c.body(renderToStaticMarkup(<SeriesPicture model={model} />), 200, {
    "Content-Type": "image/svg+xml; charset=utf-8",
    "Cache-Control": "public, max-age=60",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

function draw(c: Request, { series, embeds }: SeriesEmbeds, state: FormState, status = 200): Response {
  const { config, secret } = c.get("services");
  const addressed = embeds.map((embed) => ({
    ...embed,
    address: new URL(`/embedded/${embedToken(embed.id, secret)}.svg`, config.BASE_URL).href,
  }));
  const page = {
    title: "Show the picture in another page",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    action: `/series/${series.id}/embed`,
    form,
    submit: "Make an address",
    children: (
      <p>
        Whoever has the address sees the picture, always as it is now, and nothing else. You can take it away
        at any time.
      </p>
    ),
    after: <EmbedList seriesId={series.id} name={seriesName(series)} embeds={addressed} />,
  };
  return formPage(c, page, state, status);
}
