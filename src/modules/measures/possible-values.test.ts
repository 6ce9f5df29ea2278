import { expect, test } from "vitest";
import { possibleValues } from "./possible-values.ts";

type Definition = Parameters<typeof possibleValues>[0];

const of = (form: Definition["form"], unit: string): Definition => ({ form, unit, multiplier: 100 });

test.each<[string, Definition, number[], [number | null, number | null]]>([
  ["a share", of("proportion", "%"), [97], [0, 100]],
  ["a count", of("count", "falls"), [3], [0, null]],
  ["a rate", of("rate", "falls"), [3], [0, null]],
  ["days between", of("time-between", "days"), [3], [0, null]],
  ["a percentage that somebody else worked out", of("value", "%"), [88, 92], [0, 100]],
  ["a change in per cent", of("value", "%"), [-3, 4], [null, null]],
  ["more than the whole", of("value", "%"), [98, 103], [null, null]],
  ["a wait", of("value", "minutes"), [30], [0, null]],
  ["money over and under", of("value", "£ thousand"), [30], [null, null]],
])("%s", (_, definition, values, [low, high]) => {
  const points = values.map((value) => ({ value }));
  expect(possibleValues(definition, points)).toEqual({ low, high });
});
