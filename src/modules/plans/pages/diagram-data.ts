import { Conflict, Invalid } from "#platform/problem.ts";
import { findPatientData } from "#ui/patient-data.ts";
import { contextOf, type Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { changeDiagram } from "../commands/change-diagram.ts";
import type { DiagramData } from "../../../islands/diagram/diagram-data.ts";
import { diagramChanges, type DiagramChange } from "../diagram/diagram.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planDiagram, type PlanDiagram } from "../queries/plan-diagram.ts";

/** What the editor in the browser works on. */
export function dataOf({ plan, nodes, links, can }: PlanDiagram): DiagramData {
  return {
    version: plan.diagramVersion,
    canEdit: can.edit,
    nodes,
    links: links.map(({ parent, child }) => [parent, child]),
  };
}

export async function diagramData(c: Request): Promise<Response> {
  return c.json(dataOf(await planDiagram(contextOf(c), c.req.param("id")!)));
}

/** Changes of the editor: all or none. What cannot be is answered in a way that the editor can show at its place. */
export async function saveDiagramChanges(c: Request): Promise<Response> {
  const context = ownContext(c);
  const sent = c.get("form");
  const { id } = await planInSight(context, c.req.param("id")!);
  const changes = readChanges(sent?.get("changes"));
  if (!changes) return c.json({ problem: "These changes cannot be read. Load the page again." }, 422);
  const found = sent?.has("sure") ? undefined : patientDataIn(changes);
  if (found) return c.json(found, 422);
  try {
    await changeDiagram(context, id, changes);
  } catch (error) {
    if (error instanceof Conflict)
      return c.json({ conflict: true, ...dataOf(await planDiagram(context, id)) }, 409);
    if (error instanceof Invalid)
      return c.json({ problem: `${error.message}.`, ...dataOf(await planDiagram(context, id)) }, 422);
    throw error;
  }
  return c.json(dataOf(await planDiagram(context, id)));
}

function readChanges(sent: unknown): DiagramChange[] | undefined {
  if (typeof sent !== "string") return undefined;
  try {
    const parsed = diagramChanges.safeParse(JSON.parse(sent));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function patientDataIn(changes: readonly DiagramChange[]): { patientData: string; text: string } | undefined {
  for (const change of changes) {
    if (change.do !== "add" && change.do !== "rename") continue;
    const found = findPatientData(change.text);
    if (found) return { patientData: found, text: change.text };
  }
  return undefined;
}
