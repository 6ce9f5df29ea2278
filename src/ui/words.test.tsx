import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ExplainedOnce } from "./explained.tsx";
import { Words, words, WordsMeant } from "./words.tsx";

test("a word is explained where it first stands on a page, by pointing and by pressing", () => {
  const markup = renderToStaticMarkup(
    <ExplainedOnce>
      <p>
        <Words>Falls show a signal of improvement.</Words>
      </p>
      <p>
        <Words>The signal begins in May, as limits tell.</Words>
      </p>
    </ExplainedOnce>,
  );
  expect(markup.match(/href="[^"]+"/g)).toEqual(['href="/words#signal"', 'href="/words#limits"']);
  expect(markup).toMatch(
    /<a class="tl-term" href="\/words#signal" title="A pattern in the numbers [^"]+">signal/,
  );
});

test("2 pages do not know what the other explained", () => {
  const page = () =>
    renderToStaticMarkup(
      <ExplainedOnce>
        <Words>Its baseline</Words>
      </ExplainedOnce>,
    );
  expect(page()).toContain("/words#baseline");
  expect(page()).toContain("/words#baseline");
});

test("words told on the spot open without a script, and each has one meaning", () => {
  const markup = renderToStaticMarkup(<WordsMeant of={["aim", "driver"]} />);
  expect(markup).toContain("<details");
  expect(markup).toContain("What is meant by “Aim”, “Driver”");
  const names = words
    .flatMap(({ title, synonyms }) => [title, ...synonyms])
    .map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});
