import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { bringPlan, bringPlanPage, checkPlanFilePage, savePlanUpload } from "../pages/bring-plan.tsx";
import {
  bringDiagram,
  bringTests,
  checkDiagramPage,
  checkTestsPage,
  importDiagramPage,
  importTestsPage,
  saveDiagramUpload,
  saveTestsUpload,
} from "../pages/import-list.tsx";
import { broughtPlanFile, signedPlanFile } from "../pages/plan-bundle.tsx";
import { planFile } from "../pages/plan-files-out.tsx";
import { printPosterPage, printSummaryPage } from "../pages/print-plan.tsx";
import { forgetServerForm, saveServer, serversPage } from "../pages/servers.tsx";
import { takeAlongPage } from "../pages/take-along.tsx";

const plan = "/plans/:id";
const fromFile = "/plans/new/from-file";

/** What takes a file. */
export const planExportUploads = [fromFile, `${plan}/import/diagram`, `${plan}/import/tests`];

/** A plan on paper and in files, out and in. */
export function mountPlanExports(app: Hono<Env>): void {
  app.get(`${plan}/take`, takeAlongPage);
  app.get(`${plan}/take/summary`, printSummaryPage);
  app.get(`${plan}/take/poster`, printPosterPage);
  app.get(`${plan}/take/files/:file`, planFile);
  app.get(`${plan}/take/signed`, signedPlanFile);
  app.get(`${plan}/take/as-it-came`, broughtPlanFile);
  app.get(fromFile, bringPlanPage);
  app.post(fromFile, savePlanUpload);
  app.get(`${fromFile}/:import`, checkPlanFilePage);
  app.post(`${fromFile}/:import`, bringPlan);
  app.get(`${plan}/import/diagram`, importDiagramPage);
  app.post(`${plan}/import/diagram`, saveDiagramUpload);
  app.get(`${plan}/import/diagram/:import`, checkDiagramPage);
  app.post(`${plan}/import/diagram/:import`, bringDiagram);
  app.get(`${plan}/import/tests`, importTestsPage);
  app.post(`${plan}/import/tests`, saveTestsUpload);
  app.get(`${plan}/import/tests/:import`, checkTestsPage);
  app.post(`${plan}/import/tests/:import`, bringTests);
  app.get("/servers", serversPage);
  app.post("/servers", saveServer);
  app.post("/servers/forget", forgetServerForm);
}
