import { expect, test } from "vitest";
import { misfits, overlapRows, straddles, type Pattern } from "./overlap.ts";

const north = { code: "N", name: "North" };
const south = { code: "S", name: "South" };
const east = { code: "E", name: "East" };
const west = { code: "W", name: "West" };

const patterns: Pattern[] = [
  { a: ["N"], b: ["E"], count: 3 },
  { a: ["N"], b: ["E", "W"], count: 2 },
  { a: ["S"], b: ["W"], count: 4 },
  { a: [], b: ["W"], count: 1 },
  { a: ["S"], b: [], count: 5 },
];

test("who sits in two is counted in both, and who sits in none has a row or column of its own", () => {
  const rows = overlapRows(patterns, [north, south], [east, west]);
  expect(rows.map(({ body, cells }) => [body?.code, cells.map((cell) => cell.count)])).toEqual([
    ["N", [5, 2, 0]],
    ["S", [0, 4, 5]],
    [undefined, [0, 1, 0]],
  ]);
});

test("an area whose organisations are spread over several others straddles them", () => {
  const rows = overlapRows(patterns, [north, south], [east, west]);
  expect(straddles(rows)).toEqual([
    {
      body: north,
      across: [
        { body: east, count: 5 },
        { body: west, count: 2 },
      ],
    },
  ]);
});

test("misfits are those in none and those in several", () => {
  expect(misfits(patterns, "a")).toEqual({ inNone: 1, inSeveral: 0 });
  expect(misfits(patterns, "b")).toEqual({ inNone: 5, inSeveral: 2 });
});
