import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { chartPage, drawChart } from "./pages/chart.tsx";
import { downloadChart } from "./pages/download.tsx";

/** Open to everybody. Nothing is stored: what is sent is drawn, answered and forgotten. */
export function mountPlayground(app: Hono<Env>): void {
  app.get("/charts", chartPage);
  app.post("/charts", drawChart);
  app.post("/charts/download", downloadChart);
}
