import { chartsPart } from "./charts-part.tsx";
import { diagramPart } from "./diagram/diagram-part.tsx";
import { helpPart } from "./help-part.tsx";
import { latestTestPart, nextActionPart } from "./tests-part.tsx";
import type { WorkspacePart } from "./workspace-part.ts";

export { workspaceSlots, type PlanFrame, type WorkspacePart } from "./workspace-part.ts";

/** What the overview of a plan shows, wherever each part is made. */
export const workspaceParts: readonly WorkspacePart[] = [
  diagramPart,
  chartsPart,
  latestTestPart,
  nextActionPart,
  helpPart,
];
