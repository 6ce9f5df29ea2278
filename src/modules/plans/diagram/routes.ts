import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { actionsPage, circlePage, diagramPage } from "../pages/diagram.tsx";
import { beginDiagram, beginDiagramPage } from "../pages/diagram-begin.tsx";
import { compareDiagramPage } from "../pages/diagram-compare.tsx";
import { diagramData, saveDiagramChanges } from "../pages/diagram-data.ts";
import { diagramFile } from "../pages/diagram-files.tsx";
import { diagramHistoryPage } from "../pages/diagram-history.tsx";
import { diagramListPage, savePasted } from "../pages/diagram-list.tsx";
import {
  copyBranch,
  copyBranchPage,
  placeNode,
  removeNode,
  removeNodePage,
  stepNode,
  unlinkNode,
} from "../pages/diagram-node-deeds.tsx";
import { diagramNodePage, saveNodeBelow, saveNodeWords } from "../pages/diagram-node.tsx";
import { linkBeliefPage, saveLinkBelief } from "../pages/link-belief.tsx";
import { replayDiagramPage } from "../pages/diagram-replay.tsx";
import { printDiagramPage } from "../pages/print-diagram.tsx";

const diagram = "/plans/:id/diagram";
const node = `${diagram}/nodes/:node`;

/** The driver diagram of a plan: every address under it. */
export function mountPlanDiagram(app: Hono<Env>): void {
  app.get(diagram, diagramPage);
  app.get(`${diagram}/actions`, actionsPage);
  app.get(`${diagram}/circle`, circlePage);
  app.get(`${diagram}/print`, printDiagramPage);
  app.get(`${diagram}/files/:file`, diagramFile);
  app.get(`${diagram}/history`, diagramHistoryPage);
  app.get(`${diagram}/compare`, compareDiagramPage);
  app.get(`${diagram}/replay`, replayDiagramPage);
  app.get(`${diagram}/data`, diagramData);
  app.post(`${diagram}/changes`, saveDiagramChanges);
  app.get(`${diagram}/list`, diagramListPage);
  app.post(`${diagram}/list`, savePasted);
  app.get(`${diagram}/begin`, beginDiagramPage);
  app.post(`${diagram}/begin`, beginDiagram);
  app.get(node, diagramNodePage);
  app.post(node, saveNodeWords);
  app.post(`${node}/add`, saveNodeBelow);
  app.post(`${node}/step`, stepNode);
  app.post(`${node}/place`, placeNode);
  app.post(`${node}/unlink`, unlinkNode);
  app.get(`${node}/remove`, removeNodePage);
  app.post(`${node}/remove`, removeNode);
  app.get(`${node}/belief/:parent`, linkBeliefPage);
  app.post(`${node}/belief/:parent`, saveLinkBelief);
  app.get(`${node}/copy`, copyBranchPage);
  app.post(`${node}/copy`, copyBranch);
}
