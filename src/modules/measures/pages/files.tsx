import { renderToStaticMarkup } from "react-dom/server";
import { NotFound } from "#platform/problem.ts";
import { canWrite, pngOf } from "#platform/picture-file.ts";
import { writeSlides } from "#platform/slides/write-slides.ts";
import { writeWorkbook } from "#platform/workbook/write-workbook.ts";
import { contextOf, type Request } from "#web/env.ts";
import { seriesPage, type SeriesPage } from "../queries/series-page.ts";
import { numbersCsv, seriesJson, workingCsv } from "../views/series-data.ts";
import { seriesSlides } from "../views/series-slides.ts";
import { seriesWorkbook } from "../views/series-workbook.ts";
import { SeriesPicture } from "../views/series-chart.tsx";

type Body = string | Uint8Array<ArrayBuffer>;
type Kind = { type: string; write(page: SeriesPage, at: Date): Body | Promise<Body> };

const office = "application/vnd.openxmlformats-officedocument";

/** A chart as what people take along: pictures, a slide with a chart to edit, a workbook with all its working. */
const kinds: Readonly<Record<string, Kind>> = {
  "chart.svg": { type: "image/svg+xml; charset=utf-8", write: drawn },
  "chart.png": { type: "image/png", write: (page) => painted(page) },
  "chart.pptx": {
    type: `${office}.presentationml.presentation`,
    write: (page, at) => writeSlides(seriesSlides(page, at)),
  },
  "chart.xlsx": {
    type: `${office}.spreadsheetml.sheet`,
    write: (page, at) => writeWorkbook(seriesWorkbook(page, at)),
  },
  "numbers.csv": { type: "text/csv; charset=utf-8", write: numbersCsv },
  "working.csv": { type: "text/csv; charset=utf-8", write: workingCsv },
  "series.json": { type: "application/json; charset=utf-8", write: seriesJson },
};

export async function seriesFile(c: Request): Promise<Response> {
  const name = c.req.param("file")!;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw new NotFound();
  const context = contextOf(c);
  const page = await seriesPage(context, c.req.param("id")!);
  const body = await kind.write(page, context.at);
  return c.body(body, 200, {
    "Content-Type": kind.type,
    "Content-Disposition": `attachment; filename="${fileName(page.model.name)}${name.slice(name.indexOf("."))}"`,
  });
}

function drawn({ model }: SeriesPage): string {
  return renderToStaticMarkup(<SeriesPicture model={model} />);
}

function painted(page: SeriesPage): Uint8Array<ArrayBuffer> {
  if (!canWrite())
    throw new NotFound("This server has no typeface to draw a PNG with. Take the SVG instead.");
  return pngOf(drawn(page));
}

/** Only letters that every file system and every header takes. */
function fileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
  return plain.slice(0, 60) || "chart";
}
