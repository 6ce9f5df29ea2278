import { expect, test } from "vitest";
import { nearest } from "./reader.ts";

const points = [10, 20, 40].map((x) => ({ x, y: 1, period: "2026-01-01", words: "" }));

test.each([
  [0, 0],
  [16, 1],
  [29, 1],
  [31, 2],
  [900, 2],
])("a pointer at %i is at point %i", (x, at) => expect(nearest(points, x)).toBe(at));
