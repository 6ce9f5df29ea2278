import { expect, test } from "vitest";
import { withSynonyms } from "./similar.ts";

test.each([
  ["Fewer bedsores on our ward", /pressure ulcer/],
  ["Shorter waits in the emergency department", /delay.*accident emergency|accident emergency.*delay/],
  ["Better letters to the GP", /general practice/],
])("%s is also looked for in other words", (typed, words) => {
  expect(withSynonyms(typed)).toMatch(words);
});

test("nothing is added to words that have no others, and no word twice", () => {
  expect(withSynonyms("Warmer rooms")).toBe("");
  expect(withSynonyms("falls and slips").split(" ").sort()).toEqual(["fall", "slip", "trip"]);
});
