import { expect, test } from "vitest";
import { possibleValues } from "./possible-values.ts";

type Form = Parameters<typeof possibleValues>[0]["form"];

test.each<[string, Form, string, number[], number | null, number | null]>([
  ["a share", "proportion", "%", [97], 0, 100],
  ["a count", "count", "falls", [3], 0, null],
  ["a rate", "rate", "falls", [3], 0, null],
  ["days between", "time-between", "days", [3], 0, null],
  ["a percentage that somebody else worked out", "value", "%", [88, 92], 0, 100],
  ["a change in per cent", "value", "%", [-3, 4], null, null],
  ["more than the whole", "value", "%", [98, 103], null, null],
  ["a wait", "value", "minutes", [30], 0, null],
  ["money over and under", "value", "£ thousand", [30], null, null],
])("%s", (_, form, unit, values, low, high) => {
  const points = values.map((value) => ({ value }));
  expect(possibleValues({ form, unit, multiplier: 100 }, points)).toEqual({ low, high });
});
