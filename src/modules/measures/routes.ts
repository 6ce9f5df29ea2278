import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { addNumberPage, saveNumber } from "./pages/add-number.tsx";
import { changeViewPage, saveView } from "./pages/change-view.tsx";
import { closeSeriesPage, saveClosed, saveReopened } from "./pages/close-series.tsx";
import { embeddedPicture, embedPage, saveEmbed, stopEmbed } from "./pages/embed.tsx";
import { seriesFile } from "./pages/files.tsx";
import { measuresPage } from "./pages/measures.tsx";
import { notesPage, saveNote, takeNoteAway } from "./pages/notes.tsx";
import { placeMeasuresPage } from "./pages/place-measures.tsx";
import { historyPicture, seriesHistoryPage } from "./pages/series-history.tsx";
import { seriesPageHandler } from "./pages/series.tsx";
import { giveSeriesForm, saveSharing, sharingPage, takeBackForm } from "./pages/sharing.tsx";
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
  app.get(`${series}/change/:what`, changeViewPage);
  app.post(`${series}/change/:what`, saveView);
  app.get(`${series}/history`, seriesHistoryPage);
  app.get(`${series}/history/:number/:which`, historyPicture);
  app.get(`${series}/notes`, notesPage);
  app.post(`${series}/notes`, saveNote);
  app.post(`${series}/notes/:note/remove`, takeNoteAway);
  app.get(`${series}/sharing`, sharingPage);
  app.post(`${series}/sharing`, saveSharing);
  app.post(`${series}/give`, giveSeriesForm);
  app.post(`${series}/take-back/:body`, takeBackForm);
  app.get(`${series}/files/:file`, seriesFile);
  app.get(`${series}/embed`, embedPage);
  app.post(`${series}/embed`, saveEmbed);
  app.post(`${series}/embed/:embed/stop`, stopEmbed);
  app.get("/embedded/:token", embeddedPicture);
  app.get(`${series}/close`, closeSeriesPage);
  app.post(`${series}/close`, saveClosed);
  app.post(`${series}/reopen`, saveReopened);
}
