import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { freezeReportPage, saveFreezing } from "./pages/freeze-report.tsx";
import { levelsPageHandler } from "./pages/levels.tsx";
import { lookBackPageHandler } from "./pages/look-back.tsx";
import { newReportPage, saveNewReport } from "./pages/new-report.tsx";
import { reportCheckPage } from "./pages/report-check.tsx";
import { reportData, reportSlides, reportWorkbook } from "./pages/report-files.ts";
import { reportItemPage, saveReportItem } from "./pages/report-item.tsx";
import { reportKeptPage, saveReportKept } from "./pages/report-kept.tsx";
import { reportListPage } from "./pages/report-list.tsx";
import { reportMeasuresPage, saveReportMeasures } from "./pages/report-measures.tsx";
import { reportTextPage, saveReportText } from "./pages/report-text.tsx";
import { reportPageHandler } from "./pages/report.tsx";
import { newShownPage, saveShown, shownPageHandler } from "./pages/shown.tsx";

const report = "/reports/:id{[0-9a-f-]{36}}";
const item = `${report}/items/:item{[0-9a-f-]{36}}`;
const shown = "/reports/shown/:code{[A-Z0-9][A-Z0-9-]*}";

export function mountReports(app: Hono<Env>): void {
  app.get("/reports", reportListPage);
  app.get("/reports/new", newReportPage);
  app.post("/reports/new", saveNewReport);
  app.get("/reports/levels", levelsPageHandler);
  app.get(shown, shownPageHandler);
  app.get(`${shown}/new`, newShownPage);
  app.post(`${shown}/new`, saveShown);
  app.get(report, reportPageHandler);
  app.get(`${report}/text`, reportTextPage);
  app.post(`${report}/text`, saveReportText);
  app.get(`${report}/measures`, reportMeasuresPage);
  app.post(`${report}/measures`, saveReportMeasures);
  app.get(`${report}/freeze`, freezeReportPage);
  app.post(`${report}/freeze`, saveFreezing);
  app.get(`${report}/look-back`, lookBackPageHandler);
  app.get(`${report}/check`, reportCheckPage);
  app.get(`${report}/report.pptx`, reportSlides);
  app.get(`${report}/report.xlsx`, reportWorkbook);
  app.get(`${report}/report.json`, reportData);
  app.get(item, reportItemPage);
  app.post(item, saveReportItem);
  app.get(`${item}/kept`, reportKeptPage);
  app.post(`${item}/kept`, saveReportKept);
}
