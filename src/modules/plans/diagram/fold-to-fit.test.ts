import { expect, test } from "vitest";
import type { DiagramNode } from "#ui/diagram/graph.ts";
import { foldToFit } from "./fold-to-fit.ts";

const nodes: DiagramNode[] = [
  { id: "aim", kind: "aim", text: "Aim", parents: [] },
  { id: "a", kind: "primary", text: "A", parents: ["aim"] },
  { id: "a1", kind: "secondary", text: "A 1", parents: ["a"] },
  { id: "i", kind: "idea", text: "I", parents: ["a1"] },
  { id: "b", kind: "primary", text: "B", parents: ["aim"] },
  { id: "j", kind: "idea", text: "J", parents: ["b", "a"] },
  { id: "k", kind: "idea", text: "K", parents: ["b"] },
];

test.each([
  [7, [], ["aim", "a", "a1", "i", "b", "j", "k"]],
  [6, ["a1", "b"], ["aim", "a", "a1", "b", "j"]],
  [3, ["a", "a1", "b"], ["aim", "a", "b"]],
])("of 7 entries, with room for %i, what is below these is folded away: %j", (most, closed, shown) => {
  const folded = foldToFit(nodes, most);
  expect([...folded.closed]).toEqual(closed);
  expect(folded.shown.map(({ id }) => id)).toEqual(shown);
});
