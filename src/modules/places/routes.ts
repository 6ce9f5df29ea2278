import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { addTeamPage, saveTeam } from "./pages/add-team.tsx";
import { bodyPageHandler } from "./pages/body.tsx";
import { closeBodyPage, saveClosing } from "./pages/close-body.tsx";
import { comparePage } from "./pages/compare.tsx";
import { editBodyPage, saveBody } from "./pages/edit-body.tsx";
import { findBodiesPage } from "./pages/find-bodies.tsx";
import { confirmImport, importCheckPage, importExampleFile } from "./pages/import-check.tsx";
import { mergeBodiesPage, saveMerger } from "./pages/merge-bodies.tsx";
import { moveBodyPage, saveMove } from "./pages/move-body.tsx";
import { overlappingBodiesPage } from "./pages/overlapping-bodies.tsx";
import { renameBodyPage, saveName } from "./pages/rename-body.tsx";
import { saveAreas, setAreasPage } from "./pages/set-areas.tsx";
import { suggestions } from "./pages/suggestions.ts";
import { saveUpload, uploadImportPage } from "./pages/upload-import.tsx";
import type { BodySlot } from "./slots.ts";

/** Capital letters, so that no page of the module, which are all small letters, is taken for a code. */
const body = "/bodies/:code{[A-Z0-9][A-Z0-9-]*}";
const upload = "/bodies/import/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

/** Addresses that take a file. */
export const placesUploads: readonly string[] = ["/bodies/import"];

export function mountPlaces(app: Hono<Env>, { slots }: { slots: readonly BodySlot[] }): void {
  app.get("/bodies", findBodiesPage);
  app.get("/bodies/suggestions", suggestions);
  app.get("/bodies/compare", comparePage);
  app.get("/bodies/compare/organisations", overlappingBodiesPage);
  app.get("/bodies/import", uploadImportPage);
  app.post("/bodies/import", saveUpload);
  app.get("/bodies/import/example.csv", importExampleFile);
  app.get(upload, importCheckPage);
  app.post(upload, confirmImport);
  app.get(body, bodyPageHandler(slots));
  app.get(`${body}/edit`, editBodyPage);
  app.post(`${body}/edit`, saveBody);
  app.get(`${body}/teams/new`, addTeamPage);
  app.post(`${body}/teams`, saveTeam);
  app.get(`${body}/rename`, renameBodyPage);
  app.post(`${body}/rename`, saveName);
  app.get(`${body}/close`, closeBodyPage);
  app.post(`${body}/close`, saveClosing);
  app.get(`${body}/merge`, mergeBodiesPage);
  app.post(`${body}/merge`, saveMerger);
  app.get(`${body}/move`, moveBodyPage);
  app.post(`${body}/move`, saveMove);
  app.get(`${body}/areas`, setAreasPage);
  app.post(`${body}/areas`, saveAreas);
}
