import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { diagramData, saveDiagramChanges } from "../pages/diagram-data.ts";

const diagram = "/plans/:id/diagram";

/** The driver diagram of a plan: every address under it. */
export function mountPlanDiagram(app: Hono<Env>): void {
  app.get(`${diagram}/data`, diagramData);
  app.post(`${diagram}/changes`, saveDiagramChanges);
}
