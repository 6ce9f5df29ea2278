import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutTree, type TreeLayout } from "./driver-tree-layout.ts";
import { fallsOnAWard, largeDiagram } from "./golden/examples.tsx";
import { nodeKinds, type DiagramNode } from "./graph.ts";

/** Any number of nodes; each may have parents among those before it, so that there is no circle. */
const anyDiagram = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...nodeKinds),
      words: fc.integer({ min: 0, max: 25 }),
      parents: fc.array(fc.nat(), { maxLength: 3 }),
      tests: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ kind, words, parents, tests }, at): DiagramNode => ({
      id: `n${at}`,
      kind,
      text: "word ".repeat(words).trim(),
      parents: at === 0 ? [] : parents.map((parent) => `n${parent % at}`),
      tests,
    })),
  );

function overlaps({ boxes }: TreeLayout): string[] {
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${a.node.id} ${b.node.id}`];
    }),
  );
}

/** Where a line is level it may lie within a column: there no box may be. Elsewhere it is between columns. */
function linesThroughBoxes({ boxes, links }: TreeLayout): string[] {
  return links.flatMap(({ from, to, places }) =>
    boxes.flatMap((box) => {
      const meets = places.some(
        ([x, y]) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      );
      const passes = places.some(([x, y], i) => {
        const next = places[i + 1];
        const isLevel = next !== undefined && i % 2 === 1;
        return (
          isLevel && x <= box.x && next[0] >= box.x + box.width && y > box.y - 1 && y < box.y + box.height + 1
        );
      });
      return meets || passes ? [`${from} ${to} ${box.node.id}`] : [];
    }),
  );
}

describe("the layout of a driver diagram", () => {
  it("holds every node once, keeps boxes apart, lines out of boxes and everything on the page", () => {
    fc.assert(
      fc.property(anyDiagram, (nodes) => {
        const layout = layOutTree(nodes);
        expect(layout.boxes.map((box) => box.node.id).sort()).toEqual(nodes.map((node) => node.id).sort());
        expect(overlaps(layout)).toEqual([]);
        expect(linesThroughBoxes(layout)).toEqual([]);
        for (const box of layout.boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("draws a line for every link, from left to right", () => {
    const layout = layOutTree(fallsOnAWard);
    expect(layout.links).toHaveLength(fallsOnAWard.reduce((sum, node) => sum + node.parents.length, 0));
    for (const { places } of layout.links) {
      for (const [at, [x]] of places.entries()) expect(x).toBeGreaterThanOrEqual(places[at - 1]?.[0] ?? 0);
    }
  });

  it.each([
    ["the falls of a ward, which can be drawn without any", fallsOnAWard, 0],
    ["200 nodes with one parent each", largeDiagram(200), 0],
    ["60 nodes, some ideas under two drivers", largeDiagram(60, 0.1), 10],
    ["200 nodes, every tenth idea under two drivers", largeDiagram(200, 0.1), 200],
  ])("lets lines cross no more often than it must: %s", (_name, nodes, most) => {
    expect(layOutTree(nodes).crossings).toBeLessThanOrEqual(most);
  });

  it("keeps the team's own order where no line crosses for it", () => {
    const { boxes } = layOutTree(largeDiagram(80));
    const ideas = boxes.filter((box) => box.node.kind === "primary").sort((a, b) => a.y - b.y);
    expect(ideas.map((box) => box.node.id)).toEqual(["n1", "n2", "n3", "n4", "n5"]);
  });

  it("puts each kind in columns of its own, under its name", () => {
    expect(layOutTree(fallsOnAWard).columns.map((column) => column.heading)).toEqual([
      "Aim",
      "Primary drivers",
      "Secondary drivers",
      "Change ideas",
    ]);
    const straight = layOutTree([
      { id: "a", kind: "aim", text: "Aim", parents: [] },
      { id: "p", kind: "primary", text: "Driver", parents: ["a"] },
      { id: "s", kind: "secondary", text: "Driver", parents: ["p"] },
      { id: "i", kind: "idea", text: "Idea of the primary driver", parents: ["p"] },
    ]);
    expect(straight.boxes.find((box) => box.node.id === "i")!.x).toBe(straight.columns[3]!.x);
  });

  it("stands a parent in the middle of its children", () => {
    const { boxes } = layOutTree(largeDiagram(40));
    const middle = (id: string) => {
      const box = boxes.find((one) => one.node.id === id)!;
      return box.y + box.height / 2;
    };
    const children = boxes.filter((box) => box.node.parents[0] === "n0").map((box) => middle(box.node.id));
    expect(middle("n0")).toBeCloseTo((Math.min(...children) + Math.max(...children)) / 2, 0);
  });

  it("folds a branch away, says how many it hides, and keeps what another branch leads to", () => {
    const layout = layOutTree(fallsOnAWard, { closed: new Set(["place", "handover"]) });
    const ids = layout.boxes.map((box) => box.node.id);
    expect(ids).not.toContain("night");
    expect(ids).not.toContain("light");
    expect(ids).toContain("huddle");
    expect(layout.boxes.find((box) => box.node.id === "place")!.hidden).toBe(5);
    expect(layout.boxes.find((box) => box.node.id === "handover")!.hidden).toBeNull();
  });

  it("draws whatever comes: a circle is opened and a link to nowhere left out", () => {
    const nodes: DiagramNode[] = [
      { id: "a", kind: "idea", text: "A", parents: ["b", "gone"] },
      { id: "b", kind: "idea", text: "B", parents: ["a"] },
    ];
    expect(layOutTree(nodes).links).toHaveLength(1);
  });
});
