import { expect, test } from "vitest";
import { withTerms } from "./terms.ts";

const term = (id: string, title: string, synonyms: string[] = []) => ({
  id,
  title,
  synonyms,
  text: `What ${title} is`,
});

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

test("what was explained before on a page is not explained again", () => {
  const explained = new Set<string>();
  const found = ["Quality first", "Then quality, and talent management"].map((text) =>
    withTerms(text, glossary, explained).flatMap((one) => one.term?.id ?? []),
  );
  expect(found).toEqual([["quality"], ["talent"]]);
});

test("a framework without a glossary explains nothing", () => {
  expect(withTerms("Quality", [])).toEqual([{ text: "Quality" }]);
});
