import { expect, test } from "vitest";
import { hideSmall, smallNumbersOf } from "./small-numbers.ts";

const usual = smallNumbersOf({ SMALL_NUMBER: 5, SMALL_NUMBER_ROUNDING: 1 });

test.each<[string, (number | null)[], (number | null)[]]>([
  ["large counts are said", [12, 30, 5], [12, 30, 5]],
  ["nought is about nobody", [0, 12, 30], [0, 12, 30]],
  ["one that is small takes the next smallest with it", [3, 12, 30], [null, null, 30]],
  ["two that are small are hidden together", [3, 4, 30], [null, null, 30]],
  ["two that add up to less than the least take a third", [1, 2, 9, 30], [null, null, null, 30]],
  ["nought is not what is taken along", [0, 2, 9, 30], [0, null, null, 30]],
  ["what is not known stays so", [null, 12], [null, 12]],
  ["where there is no other to hide, all are hidden", [3], [null]],
])("%s", (_, counts, shown) => {
  expect(hideSmall(counts, usual)).toEqual(shown);
});

test("what is shown can be rounded", () => {
  expect(hideSmall([12, 33, 7], { least: 5, rounding: 5 })).toEqual([10, 35, 5]);
});

test("a total never gives away a count under the least", () => {
  for (let seed = 1; seed < 400; seed += 1) {
    const counts = Array.from({ length: 2 + (seed % 7) }, (_, at) => (seed * 7_919 * (at + 3)) % 23);
    const shown = hideSmall(counts, usual);
    const hidden = counts.filter((_count, at) => shown[at] === null);
    if (hidden.length === 0 || counts.filter((count) => count > 0).length < 2) continue;
    expect(hidden.length).toBeGreaterThan(1);
  }
});
