import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { addNumberPage, saveNumber } from "./pages/add-number.tsx";
import { measuresPage } from "./pages/measures.tsx";
import { placeMeasuresPage } from "./pages/place-measures.tsx";
import { seriesPageHandler } from "./pages/series.tsx";
import { measureDetailsPage, saveMeasure, startMeasurePage, takeWhat } from "./pages/start-measure.tsx";

const series = "/series/:id";

/** The addresses of measures; those at which numbers are entered stand in entry-routes.ts. */
export function mountMeasures(app: Hono<Env>): void {
  app.get("/measures", measuresPage);
  app.get("/measures/new", startMeasurePage);
  app.post("/measures/new", takeWhat);
  app.get("/measures/new/details", measureDetailsPage);
  app.post("/measures/new/details", saveMeasure);
  app.get("/bodies/:code{[A-Z0-9][A-Z0-9-]*}/measures", placeMeasuresPage);
  app.get(series, seriesPageHandler);
  app.get(`${series}/add`, addNumberPage);
  app.post(`${series}/add`, saveNumber);
}
