import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { contrast, distance } from "../chart/colour-sight.ts";
import { layOutActions, shownInActions } from "./actions-layout.ts";
import { boxColours, diagramInk } from "./diagram-palette.ts";
import { actionsShapes, treeShapes } from "./diagram-shapes.ts";
import { layOutTree } from "./driver-tree-layout.ts";
import { fallsOnAWard, largeDiagram } from "./golden/examples.tsx";
import { nodeKinds } from "./graph.ts";
import { outlineText } from "./outline-tree.ts";
import { Outline } from "./outline.tsx";
import { layOutSunburst } from "./sunburst-layout.ts";
import { treeSentence } from "./tree-sentence.ts";

describe("the circle", () => {
  it.each([
    ["a ward's plan", fallsOnAWard],
    ["70 nodes", largeDiagram(70)],
    ["90 nodes, some under two drivers", largeDiagram(90, 0.1)],
  ])("has a slice for every node and every word of it: %s", (_name, nodes) => {
    const { slices, centre } = layOutSunburst(nodes);
    const shown = new Set([centre.node!.id, ...slices.map((slice) => slice.node.id)]);
    expect(shown.size).toBe(nodes.length);
    expect(slices.filter((slice) => !slice.text.isWhole).map((slice) => slice.node.text)).toEqual([]);
  });

  it("shows a node under each driver that it serves", () => {
    const { slices } = layOutSunburst(fallsOnAWard);
    expect(slices.filter((slice) => slice.node.id === "huddle")).toHaveLength(2);
  });

  it("turns no text upside down", () => {
    for (const { text } of layOutSunburst(largeDiagram(70)).slices) {
      expect(Math.abs(text.rotate)).toBeLessThanOrEqual(90);
    }
  });

  it("draws a plan without an aim", () => {
    expect(layOutSunburst([]).slices).toEqual([]);
    expect(layOutSunburst(fallsOnAWard.slice(1)).slices).toHaveLength(18);
  });
});

describe("actions under drivers", () => {
  it("stay a picture of a shape that can be looked at, whatever is under one driver", () => {
    const aim = { id: "aim", kind: "aim", text: "Fewer falls", parents: [] } as const;
    const one = { id: "one", kind: "primary", text: "Everything", parents: ["aim"] } as const;
    const many = Array.from({ length: 198 }, (_, at) => ({
      id: `idea ${at}`,
      kind: "idea" as const,
      text: `An idea that somebody had, number ${at}`,
      parents: ["one"],
    }));
    for (const nodes of [largeDiagram(200, 0.1), [aim, one, ...many]]) {
      const { width, height, sections } = layOutActions(nodes);
      expect(height).toBeLessThanOrEqual(1.5 * width);
      for (const { x, width: wide } of sections) expect(x + wide).toBeLessThan(width);
    }
  });

  it.each([
    ["a ward's plan", fallsOnAWard],
    ["200 nodes", largeDiagram(200, 0.1)],
    ["a plan without an aim", fallsOnAWard.slice(1)],
    [
      "all under one driver",
      largeDiagram(200).map((node, at) => ({
        ...node,
        parents: at === 0 ? [] : at === 1 ? node.parents : [largeDiagram(200)[1]!.id],
      })),
    ],
  ])("shows every node, apart from each other and on the page: %s", (_name, nodes) => {
    const layout = layOutActions(nodes);
    expect(shownInActions(layout).size).toBe(nodes.length);
    for (const [at, a] of layout.cards.entries()) {
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height);
      for (const b of layout.cards.slice(at + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${a.node.id} ${b.node.id}`).toBe(true);
      }
    }
  });
});

describe("the outline", () => {
  const markup = renderToStaticMarkup(<Outline nodes={fallsOnAWard} href={(node) => `/nodes/${node.id}`} />);

  it("holds every node with its kind, what is known of it and where else it stands", () => {
    for (const { id } of fallsOnAWard) expect(markup).toContain(`href="/nodes/${id}"`);
    expect(markup).toContain("Shown in full under “Falls risk is assessed within 6 hours of arrival”");
    expect(markup).toContain("Improving");
    expect(markup).toContain("5 tests");
  });

  it("is written as indented text", () => {
    const lines = outlineText(fallsOnAWard).trimEnd().split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "Halve falls with harm on Ward 7, from 6.4 to 3.2 per 1,000 bed days, by 31 March 2027",
      "  We know who is at risk",
      "    Falls risk is assessed within 6 hours of arrival",
      "      Assessment prompt on the admission sheet",
    ]);
    expect(lines).toHaveLength(19);
    expect(outlineText([])).toBe("");
  });

  it("is told in a sentence", () => {
    expect(treeSentence(fallsOnAWard)).toContain(
      "with 3 primary drivers, 6 secondary drivers and 7 change ideas.",
    );
    expect(treeSentence([])).toBe("No aim yet.");
  });
});

describe("shapes for slides", () => {
  it("has a box for each node and a line for each link, and every line joins two boxes", () => {
    const layout = layOutTree(fallsOnAWard);
    const shapes = treeShapes(layout);
    expect(shapes.boxes).toHaveLength(fallsOnAWard.length);
    const ids = new Set(shapes.boxes.map((box) => box.id));
    expect(shapes.lines.every((line) => ids.has(line.from) && ids.has(line.to))).toBe(true);
    expect(shapes.boxes.find((box) => box.id === "light")).toMatchObject({
      note: "Improving, 1 measure, 4 tests",
    });
  });

  it("writes tests into the box of their idea", () => {
    const actions = [{ node: "light", text: "One lamp in bay 3", state: "Adopted" }];
    const { boxes } = actionsShapes(layOutActions(fallsOnAWard, { actions }));
    expect(boxes.find((box) => box.id === "light")!.note).toBe(
      "Improving, 1 measure\nOne lamp in bay 3: Adopted",
    );
  });
});

describe("the colours of a diagram", () => {
  it.each(nodeKinds)("%s can be read, and its edge seen", (kind) => {
    const { fill, outline, ink } = boxColours[kind];
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(outline, diagramInk.paper)).toBeGreaterThanOrEqual(3);
  });

  it("tells drivers from ideas to every eye, and levels in grey", () => {
    for (const sight of ["full", "deuteranopia", "protanopia"] as const) {
      expect(distance(boxColours.secondary.fill, boxColours.idea.fill, sight)).toBeGreaterThanOrEqual(14);
      expect(distance(boxColours.primary.fill, boxColours.secondary.fill, sight)).toBeGreaterThanOrEqual(20);
    }
    expect(distance(boxColours.primary.fill, boxColours.secondary.fill, "grey")).toBeGreaterThanOrEqual(20);
    expect(contrast(diagramInk.link, diagramInk.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(diagramInk.quiet, boxColours.idea.fill)).toBeGreaterThanOrEqual(4.5);
  });
});
