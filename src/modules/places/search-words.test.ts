import { expect, test } from "vitest";
import { searchWords } from "./search-words.ts";

test.each([
  ["St Osyth’s", ["st", "osyths"]],
  ["CAFÉ  Büro", ["cafe", "buro"]],
  ["QX4 2AB", ["qx4", "2ab"]],
  ["100%_'\\<%", ["100"]],
  ["😀 \u0000", []],
  ["", []],
])("%j is looked for as %j", (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

test("however much is typed, a few words of bounded length are looked for", () => {
  const words = searchWords(`${"a".repeat(5_000)} ${"b ".repeat(5_000)}`);
  expect(words.length).toBeLessThanOrEqual(8);
  expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(40);
});
