import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { addNumberPage, saveNumber } from "./pages/add-number.tsx";
import { changeDefinitionPage, retirePage, saveDefinition, saveRetired } from "./pages/change-definition.tsx";
import { changeViewPage, saveView } from "./pages/change-view.tsx";
import { closeSeriesPage, saveClosed, saveReopened } from "./pages/close-series.tsx";
import { compareVersionsPage } from "./pages/compare-versions.tsx";
import { funnelPage, placesPage } from "./pages/compare-places.tsx";
import { newPartPage, paretoPage, partsPage, savePart } from "./pages/parts.tsx";
import { definitionPage } from "./pages/definition.tsx";
import { embeddedPicture, embedPage, saveEmbed, stopEmbed } from "./pages/embed.tsx";
import { seriesFile } from "./pages/files.tsx";
import {
  confirmFeedLoad,
  feedsPage,
  loadFeedPage,
  oneFeedPage,
  saveFeed,
  saveFeedFile,
  saveMapping,
} from "./pages/feeds.tsx";
import { measuresPage } from "./pages/measures.tsx";
import { notesPage, saveNote, takeNoteAway } from "./pages/notes.tsx";
import { placeMeasuresPage } from "./pages/place-measures.tsx";
import {
  saveSection,
  sectionPage,
  seriesDefinitionPage,
  shareWordsForm,
  takeUpForm,
  takeUpPage,
} from "./pages/series-definition.tsx";
import { historyPicture, seriesHistoryPage } from "./pages/series-history.tsx";
import { seriesPageHandler } from "./pages/series.tsx";
import { giveSeriesForm, saveSharing, sharingPage, takeBackForm } from "./pages/sharing.tsx";
import { saveFromShared, startFromSharedPage } from "./pages/start-from-shared.tsx";
import { endTokenForm, saveToken, tokensPage } from "./pages/tokens.tsx";
import { apiPage } from "./pages/api-guide.tsx";
import { measureDetailsPage, saveMeasure, startMeasurePage, takeWhat } from "./pages/start-measure.tsx";

const series = "/series/:id";
/** An id and nothing else, so that no page of the catalogue is taken for one. */
const definition = "/measures/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

/** A call of the API may hold 10,000 numbers, and a published file many more. */
export const measuresUploads: readonly string[] = ["/api/v1/series/:id/points", "/measures/feeds/:id"];

/** The addresses of measures; those at which numbers are entered stand in entry-routes.ts. */
export function mountMeasures(app: Hono<Env>): void {
  app.get("/measures", measuresPage);
  app.get("/measures/new", startMeasurePage);
  app.post("/measures/new", takeWhat);
  app.get("/measures/new/details", measureDetailsPage);
  app.post("/measures/new/details", saveMeasure);
  app.get("/measures/api", apiPage);
  app.get("/measures/feeds", feedsPage);
  app.post("/measures/feeds", saveFeed);
  app.get("/measures/feeds/:id", oneFeedPage);
  app.post("/measures/feeds/:id", saveFeedFile);
  app.get("/measures/feeds/:id/loads/:load", loadFeedPage);
  app.post("/measures/feeds/:id/loads/:load", confirmFeedLoad);
  app.post("/measures/feeds/:id/loads/:load/mapping", saveMapping);
  app.get("/me/tokens", tokensPage);
  app.post("/me/tokens", saveToken);
  app.post("/me/tokens/:id/end", endTokenForm);
  app.get(definition, definitionPage);
  app.get(`${definition}/compare`, compareVersionsPage);
  app.get(`${definition}/change`, changeDefinitionPage);
  app.post(`${definition}/change`, saveDefinition);
  app.get(`${definition}/retire`, retirePage);
  app.post(`${definition}/retire`, saveRetired);
  app.get(`${definition}/start`, startFromSharedPage);
  app.post(`${definition}/start`, saveFromShared);
  app.get(`${definition}/places`, placesPage);
  app.get(`${definition}/funnel`, funnelPage);
  app.get("/bodies/:code{[A-Z0-9][A-Z0-9-]*}/measures", placeMeasuresPage);
  app.get(series, seriesPageHandler);
  app.get(`${series}/add`, addNumberPage);
  app.post(`${series}/add`, saveNumber);
  app.get(`${series}/definition`, seriesDefinitionPage);
  app.post(`${series}/definition/share`, shareWordsForm);
  app.get(`${series}/definition/take-up`, takeUpPage);
  app.post(`${series}/definition/take-up`, takeUpForm);
  app.get(`${series}/definition/:section`, sectionPage);
  app.post(`${series}/definition/:section`, saveSection);
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
  app.get(`${series}/parts`, partsPage);
  app.get(`${series}/parts/new`, newPartPage);
  app.post(`${series}/parts/new`, savePart);
  app.get(`${series}/pareto`, paretoPage);
  app.get(`${series}/files/:file`, seriesFile);
  app.get(`${series}/embed`, embedPage);
  app.post(`${series}/embed`, saveEmbed);
  app.post(`${series}/embed/:embed/stop`, stopEmbed);
  app.get("/embedded/:token", embeddedPicture);
  app.get(`${series}/close`, closeSeriesPage);
  app.post(`${series}/close`, saveClosed);
  app.post(`${series}/reopen`, saveReopened);
}
