import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childPositions } from "./child-positions.ts";

const abc = new Map([
  ["a", 1],
  ["b", 2],
  ["c", 3],
]);

describe("places of children", () => {
  it.each<[string, string[], [string, number][]]>([
    ["as they were", ["a", "b", "c"], []],
    ["one at the end", ["a", "b", "c", "n"], [["n", 4]]],
    ["one between", ["a", "n", "b", "c"], [["n", 1.5]]],
    ["one first", ["n", "a", "b", "c"], [["n", 0]]],
    [
      "two between",
      ["a", "m", "n", "b", "c"],
      [
        ["m", 1 + 1 / 3],
        ["n", 1 + 2 / 3],
      ],
    ],
    ["the last moved first", ["c", "a", "b"], [["c", 0]]],
  ])("%s", (_name, order, expected) => {
    expect([...childPositions(order, abc)].map(([id, place]) => [id, Math.round(place * 1e6) / 1e6])).toEqual(
      expected.map(([id, place]) => [id, Math.round(place * 1e6) / 1e6]),
    );
  });

  it("always bring them into the order that is wanted, however often they are moved", () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"]), { maxLength: 60 }),
        (orders) => {
          let known = new Map<string, number>();
          for (const order of orders) {
            const moved = childPositions(order, known);
            known = new Map(order.map((id) => [id, moved.get(id) ?? known.get(id)!]));
            expect([...order].sort((x, y) => known.get(x)! - known.get(y)!)).toEqual(order);
          }
        },
      ),
    );
  });
});
