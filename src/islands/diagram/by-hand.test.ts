import { describe, expect, it } from "vitest";
import { layOutTree } from "#ui/diagram/driver-tree-layout.ts";
import { draftOf, nodesInOrder } from "./draft.ts";
import { dropPlace, dropRefused } from "./drop-place.ts";
import { pressed } from "./keys.ts";
import { walk } from "./walk.ts";

const draft = draftOf(
  [
    { id: "a", kind: "aim", text: "Aim", version: 1 },
    { id: "p", kind: "primary", text: "First driver", version: 1 },
    { id: "q", kind: "primary", text: "Second driver", version: 1 },
    { id: "i", kind: "idea", text: "Idea", version: 1 },
    { id: "j", kind: "idea", text: "Other idea", version: 1 },
  ],
  [
    { parent: "a", child: "p" },
    { parent: "a", child: "q" },
    { parent: "p", child: "i" },
    { parent: "q", child: "j" },
  ],
);
const layout = layOutTree(nodesInOrder(draft));

/** A point in a box: 0 is its upper edge, 1 its lower. */
function over(id: string, share: number): { x: number; y: number } {
  const box = layout.boxes.find((one) => one.node.id === id)!;
  return { x: box.x + box.width / 2, y: box.y + box.height * share };
}

describe("what is dragged", () => {
  it.each([
    ["into the middle of a driver", "i", over("q", 0.5), { under: "q", after: "j", edge: "inside" }],
    ["above a sibling", "q", over("p", 0.1), { under: "a", after: null, edge: "above" }],
    ["below another idea", "i", over("j", 0.9), { under: "q", after: "j", edge: "below" }],
    ["anywhere on the aim", "j", over("a", 0.1), { under: "a", after: "q", edge: "inside" }],
  ])("goes %s", (_name, dragged, point, expected) => {
    expect(dropPlace(draft, layout, { ...point, dragged })).toMatchObject(expected);
  });

  it.each([
    ["into what stands under it", "p", over("i", 0.5)],
    ["a driver into an idea", "q", over("i", 0.5)],
    ["the aim anywhere", "a", over("q", 0.5)],
    ["beside everything", "i", { x: -50, y: -50 }],
  ])("cannot go: %s", (_name, dragged, point) => {
    expect(dropPlace(draft, layout, { ...point, dragged })).toBeNull();
  });
});

describe("what cannot be let go where it is held says why:", () => {
  it.each([
    ["p", over("i", 0.5), "“First driver” cannot stand under “Idea”, because “Idea” already stands under"],
    ["q", over("i", 0.5), "A driver cannot stand under a change idea, such as “Idea”."],
    ["a", over("q", 0.5), "The aim stands under nothing."],
  ])("%s", (dragged, point, expected) => {
    expect(dropRefused(draft, layout, { ...point, dragged })).toContain(expected);
  });

  it.each([
    ["back where it was", "p", over("p", 0.5)],
    ["beside everything", "i", { x: -50, y: -50 }],
    ["where it may go", "i", over("q", 0.5)],
  ])("and says nothing %s", (_name, dragged, point) => {
    expect(dropRefused(draft, layout, { ...point, dragged })).toBeUndefined();
  });
});

describe("arrows", () => {
  it.each([
    ["right to the first child", { id: "p", under: "a" }, "right", { id: "i", under: "p" }],
    ["left to the parent", { id: "i", under: "p" }, "left", { id: "p", under: "a" }],
    ["down the column, over the edge of a branch", { id: "i", under: "p" }, "down", { id: "j", under: "q" }],
    ["up the column", { id: "q", under: "a" }, "up", { id: "p", under: "a" }],
    ["nowhere from the end", { id: "j", under: "q" }, "right", { id: "j", under: "q" }],
    ["to the last of the column", { id: "p", under: "a" }, "last", { id: "q", under: "a" }],
  ] as const)("lead %s", (_name, from, way, to) => {
    expect(walk(draft, layout, from, way)).toEqual(to);
  });
});

describe("keys", () => {
  const key = (name: string, held: string = "") => ({
    key: name,
    shiftKey: held.includes("shift"),
    altKey: held.includes("alt"),
    ctrlKey: held.includes("control"),
    metaKey: held.includes("command"),
  });
  it.each([
    [key("Enter"), { command: "beside" }],
    [key("Tab"), { command: "below" }],
    [key("ArrowUp", "alt"), { command: "up" }],
    [key("z", "control"), { command: "undo" }],
    [key("Z", "command shift"), { command: "redo" }],
    [key("Escape"), { leave: true }],
    [key("Tab", "shift"), undefined],
    [key("v", "control"), undefined],
    [key("a"), undefined],
  ])("%j asks for %j", (given, wanted) => {
    expect(pressed(given)).toEqual(wanted);
  });
});
