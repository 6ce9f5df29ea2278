import { expect, test } from "vitest";
import { nearest } from "./reader.ts";

const drawing = { x: [10, 20, 40] };

test.each([
  [0, 0],
  [16, 1],
  [29, 1],
  [31, 2],
  [900, 2],
])("a pointer at %i is at point %i", (x, at) => expect(nearest(drawing, x)).toBe(at));
