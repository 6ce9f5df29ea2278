import { randomUUID } from "node:crypto";
import { inSightOnly, planOf, type Cell, type Granted, type Row } from "../expect.ts";
import { planSeers, teamOf } from "../setup/works.ts";

const changes = (cell: Cell): string =>
  JSON.stringify([
    {
      do: "add",
      id: randomUUID(),
      kind: "idea",
      text: "Try a lamp",
      under: planOf(cell).driver,
      after: null,
    },
  ]);

function ofDiagram(route: string, granted: Granted, send?: Row["send"]): Row {
  return { route, about: "plan", ...(send && { send }), ...inSightOnly(granted, planSeers) };
}

/** Whoever sees a plan sees its diagram; whoever is in its team changes it, a patient partner as any other. */
export const diagram: readonly Row[] = [
  { ...ofDiagram("GET /plans/:id/diagram/data", { page: planSeers }), nobody: "hidden" },
  ofDiagram("POST /plans/:id/diagram/changes", { page: teamOf }, (cell) => ({ changes: changes(cell) })),
];
