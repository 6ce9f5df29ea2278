import { expect, test } from "vitest";
import { inSentence } from "./in-sentence.ts";

test("an abbreviation keeps its capitals", () => {
  expect(inSentence("GP practice")).toBe("GP practice");
  expect(inSentence("Acute hospital trust")).toBe("acute hospital trust");
  expect(inSentence("")).toBe("");
});
