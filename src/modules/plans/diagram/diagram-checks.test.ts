import { describe, expect, it } from "vitest";
import type { NodeSeen } from "./diagram.ts";
import { checksOf } from "./diagram-checks.ts";
import { signalOf } from "./node-signal.ts";

function node(id: string, kind: NodeSeen["kind"], rest: Partial<NodeSeen> = {}): NodeSeen {
  const known = { note: "", version: 1, measures: 0, tests: 0, signal: null, copiedFrom: null };
  return { id, kind, text: `Text of ${id}`, parents: [], ...known, ...rest };
}

const whole = [
  node("aim", "aim"),
  node("p", "primary", { parents: ["aim"], measures: 1 }),
  node("i", "idea", { parents: ["p"], tests: 1 }),
];

function found(nodes: readonly NodeSeen[]): string[] {
  return checksOf(nodes).map(({ kind, node: about }) => `${about.id}: ${kind}`);
}

describe("advice on a diagram", () => {
  it("has nothing to say of one that is whole, or of none", () => {
    expect(found(whole)).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it.each<[string, NodeSeen, string[]]>([
    ["an idea that was never tried", node("x", "idea", { parents: ["p"] }), ["x: idea-without-test"]],
    [
      "a driver with nothing to measure and nothing to try",
      node("x", "primary"),
      ["x: driver-without-measure", "x: nothing-below"],
    ],
    ["a task", node("x", "idea", { parents: ["p"], text: "Order 6 night lights" }), ["x: task-as-idea"]],
    [
      "a meeting",
      node("x", "idea", { parents: ["p"], text: "Set up a meeting with estates" }),
      ["x: task-as-idea"],
    ],
    [
      "an idea whose word only begins like a task",
      node("x", "idea", { parents: ["p"], text: "Sending nobody home alone", tests: 1 }),
      [],
    ],
    [
      "an attempt among the drivers",
      node("x", "secondary", { parents: ["p"], text: "Pilot night lights" }),
      ["x: idea-as-driver", "x: nothing-below"],
    ],
  ])("sees %s", (_name, more, expected) => {
    expect(found([...whole, more])).toEqual(expected);
  });

  it("counts a measure or a test further down", () => {
    const nodes = [
      node("p", "primary"),
      node("s", "secondary", { parents: ["p"], measures: 1 }),
      node("i", "idea", { parents: ["s"] }),
      node("j", "idea", { parents: ["i"], tests: 1 }),
    ];
    expect(found(nodes)).toEqual([]);
  });
});

describe("the signal of a node", () => {
  it.each([
    ["improving", "lower", "low"],
    ["improving", "higher", "high"],
    ["worsening", "lower", "high"],
    ["improving", "neither", "none"],
    ["high", "neither", "high"],
    ["common-cause", "lower", "none"],
  ])("%s, where %s is better, points %s", (variation, better, direction) => {
    expect(signalOf(variation, better)).toEqual({ kind: variation, direction });
  });

  it("is none where there is no verdict, or one that nobody knows", () => {
    expect(signalOf(null, "lower")).toBeNull();
    expect(signalOf("sideways", "lower")).toBeNull();
  });
});
