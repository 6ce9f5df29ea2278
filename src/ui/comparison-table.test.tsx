import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ComparisonTable, type ComparedRow } from "./comparison-table.tsx";

function drawn(row: ComparedRow, marksDifferences = true): string {
  return renderToStaticMarkup(
    <ComparisonTable
      id="two"
      caption="Two places"
      rowTitle="Property"
      things={[{ text: "One" }, { text: "Other" }]}
      rows={[row]}
      marksDifferences={marksDifferences}
    />,
  );
}

it("marks in words a row whose values disagree", () => {
  expect(drawn({ label: "Practices", values: [104, 87] })).toContain("Differs");
  expect(drawn({ label: "Region", values: ["North", "North"] })).not.toContain("Differs");
});

it("leaves it to the page to judge what is not plain text", () => {
  expect(drawn({ label: "Map", values: [<b key="a">a</b>, <b key="b">b</b>] })).not.toContain("Differs");
  expect(drawn({ label: "Map", values: [<b key="a">a</b>, null], differs: true })).toContain("Differs");
});

it("marks nothing when it is asked not to", () => {
  expect(drawn({ label: "Practices", values: [104, 87] }, false)).not.toContain("Differs");
});

it("says that a value is missing", () => {
  expect(drawn({ label: "Practices", values: [104, null] })).toContain("No data");
});
