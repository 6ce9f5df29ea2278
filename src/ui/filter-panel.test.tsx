import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FilterPanel } from "./filter-panel.tsx";

it("is a plain form that keeps the rest of the query", () => {
  const markup = renderToStaticMarkup(
    <FilterPanel action="/plans" kept={{ sort: "newest" }}>
      <input name="q" />
    </FilterPanel>,
  );
  expect(markup).toContain('action="/plans" method="get"');
  expect(markup).toContain('<input type="hidden" name="sort" value="newest"/>');
  expect(markup).not.toContain("Applied filters");
});

it("removes each filter by a link that says so", () => {
  const markup = renderToStaticMarkup(
    <FilterPanel
      applied={[{ group: "Region", text: "North", removeHref: "?status=testing" }]}
      clearHref="/plans"
    >
      <input name="q" />
    </FilterPanel>,
  );
  expect(markup).toMatch(/href="\?status=testing"><span[^>]*>Remove filter <\/span>Region: North<\/a>/);
  expect(markup).toContain('<a href="/plans">Clear all filters</a>');
});
