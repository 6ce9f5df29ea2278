import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { planFile } from "../pages/plan-files-out.tsx";
import { printPosterPage, printSummaryPage } from "../pages/print-plan.tsx";
import { takeAlongPage } from "../pages/take-along.tsx";

const take = "/plans/:id/take";

/** A plan on paper and in files, out and in. */
export function mountPlanExports(app: Hono<Env>): void {
  app.get(take, takeAlongPage);
  app.get(`${take}/summary`, printSummaryPage);
  app.get(`${take}/poster`, printPosterPage);
  app.get(`${take}/files/:file`, planFile);
}
