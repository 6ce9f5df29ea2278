import { expect, test } from "vitest";
import { soughtWords } from "./sought-words.ts";

test.each([
  ["What did we try on handover?", ["handover"]],
  ["  Nurse’s   call-bell ", ["nurses", "call", "bell"]],
  ["the", ["the"]],
  ["a & b | !c:* ' --", ["b", "c"]],
  ["", []],
])("%s is looked for as %j", (typed, words) => expect(soughtWords(typed)).toEqual(words));
