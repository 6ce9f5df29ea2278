import { expect, test } from "vitest";
import type { DiagramNode, NodeKind } from "#ui/diagram/graph.ts";
import { sheetsOf } from "./sheets-of.ts";

function node(id: string, kind: NodeKind, ...parents: string[]): DiagramNode {
  return { id, kind, text: id, parents };
}

function large(primaries: number, secondaries: number, ideas: number): DiagramNode[] {
  const nodes = [node("aim", "aim")];
  for (let p = 0; p < primaries; p += 1) {
    nodes.push(node(`p${p}`, "primary", "aim"));
    for (let s = 0; s < secondaries; s += 1) {
      nodes.push(node(`p${p}s${s}`, "secondary", `p${p}`));
      for (let i = 0; i < ideas; i += 1) nodes.push(node(`p${p}s${s}i${i}`, "idea", `p${p}s${s}`));
    }
  }
  return nodes;
}

test("a small diagram stands whole on one sheet", () => {
  const nodes = large(3, 2, 4);
  expect(sheetsOf(nodes)).toEqual([nodes]);
});

test.each([
  ["of 206 entries", large(5, 4, 9)],
  ["with more drivers than one sheet holds", large(8, 6, 3)],
  ["with one driver over everything", large(1, 12, 6)],
])("a diagram %s begins with its drivers, and shows every entry on a sheet that can be read", (_, nodes) => {
  const sheets = sheetsOf(nodes);
  expect(sheets[0]![0]!.kind).toBe("aim");
  expect(Math.max(...sheets.map((sheet) => sheet.length))).toBeLessThanOrEqual(30);
  expect(new Set(sheets.flatMap((sheet) => sheet.map(({ id }) => id))).size).toBe(nodes.length);
});
