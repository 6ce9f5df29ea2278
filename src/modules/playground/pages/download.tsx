import { renderToStaticMarkup } from "react-dom/server";
import type { Request } from "#web/env.ts";
import { SavedChart } from "../../../islands/playground/results.tsx";
import { studyCsv, workingCsv } from "../study-csv.ts";
import type { Drawn } from "../../../islands/playground/study.ts";
import { canWrite, pngOf } from "#platform/picture-file.ts";
import { playgroundPage, sentStudy } from "./chart.tsx";

type File = { type: string; ending: string; body: string | Uint8Array<ArrayBuffer> };

/** The chart as a file. What cannot be drawn comes back as the page that says why. */
export function downloadChart(c: Request): Response {
  const study = sentStudy(c);
  if (!study.drawn) return playgroundPage(c, study);
  const file = fileOf(study.drawn, c.get("form")?.get("format"));
  if (!file) return playgroundPage(c, { ...study, problems: [{ field: "data", message: noTypeface }] });
  return new Response(file.body, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${fileName(study.drawn)}.${file.ending}"`,
    },
  });
}

const noTypeface =
  "This server has no typeface to draw a PNG with. Take the SVG, or copy the picture from the page";

function fileOf(drawn: Drawn, format: unknown): File | null {
  switch (format) {
    case "csv":
      return { type: "text/csv; charset=utf-8", ending: "csv", body: studyCsv(drawn) };
    case "working":
      return { type: "text/csv; charset=utf-8", ending: "working.csv", body: workingCsv(drawn) };
    case "png":
      return canWrite() ? { type: "image/png", ending: "png", body: pngOf(svgOf(drawn)) } : null;
    default:
      return { type: "image/svg+xml; charset=utf-8", ending: "svg", body: svgOf(drawn) };
  }
}

function svgOf(drawn: Drawn): string {
  return renderToStaticMarkup(<SavedChart drawn={drawn} />);
}

/** Only letters that every file system and every header takes. */
function fileName({ title }: Drawn): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
  return plain.slice(0, 60) || "chart";
}
