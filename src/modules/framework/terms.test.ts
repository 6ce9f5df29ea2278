import { expect, test } from "vitest";
import { withTerms } from "./terms.ts";

const term = (id: string, title: string, synonyms: string[] = []) =>
  ({ id, title, synonyms, text: `What ${title} is`, source: {} }) as Parameters<typeof withTerms>[1][number];

const glossary = [
  term("quality", "Quality", ["QI"]),
  term("talent", "Talent management"),
  term("board", "The Board"),
];

test.each([
  ["Talent management, and quality", ["Talent management>talent", ", and ", "quality>quality"]],
  ["quality and Quality again", ["quality>quality", " and Quality again"]],
  ["Inequality is no quality of QIs", ["Inequality is no ", "quality>quality", " of QIs"]],
  ["What the board decides", ["What the ", "board>board", " decides"]],
  ["Nothing to explain", ["Nothing to explain"]],
  ["", []],
])("finds the terms in %j", (text, pieces) => {
  expect(
    withTerms(text, glossary).map((one) => (one.term ? `${one.text}>${one.term.id}` : one.text)),
  ).toEqual(pieces);
});

test("a framework without a glossary explains nothing", () => {
  expect(withTerms("Quality", [])).toEqual([{ text: "Quality" }]);
});
