import type { DiagramNode } from "#ui/diagram/graph.ts";

/** Invented, and small enough to be taken in at a glance. */
export const exampleDiagram: readonly DiagramNode[] = [
  { id: "aim", kind: "aim", text: "Halve falls with harm on our ward by 31 March", parents: [] },
  { id: "place", kind: "primary", text: "The ward is safe to move in", parents: ["aim"] },
  { id: "team", kind: "primary", text: "Everyone on the shift acts on risk", parents: ["aim"] },
  { id: "night", kind: "secondary", text: "Safe way to the toilet at night", parents: ["place"] },
  { id: "told", kind: "secondary", text: "Risk is said at every handover", parents: ["team"] },
  { id: "light", kind: "idea", text: "Night light by each bed", parents: ["night"], tests: 2 },
  { id: "huddle", kind: "idea", text: "Two-minute huddle at the board", parents: ["told"], tests: 3 },
];
