import { ComparisonTable } from "../comparison-table.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const compared = [
  { label: "Region", values: ["North", "North"] },
  { label: "Practices", values: [104, 87] },
  { label: "Improvement support", values: ["Northmoor academy", null] },
];

export const comparisonTableSpecimens = specimensOf("ComparisonTable", {
  default: () => (
    <ComparisonTable
      id="compare"
      caption="Two local systems"
      rowTitle="Property"
      things={[{ text: "Northmoor" }, { text: "The Vales" }]}
      rows={compared}
    />
  ),
  "nothing marked": () => (
    <ComparisonTable
      id="compare-plain"
      caption="Two local systems, plain"
      rowTitle="Property"
      marksDifferences={false}
      things={[
        { text: "Northmoor", href: "#northmoor" },
        { text: "The Vales", href: "#vales" },
      ]}
      rows={compared}
    />
  ),
  "many things": () => (
    <ComparisonTable
      id="compare-many"
      caption="Many local systems"
      rowTitle="Property"
      things={many(12, (n) => ({ text: `System ${n}` }))}
      rows={[
        { label: "Practices", values: many(12, (n) => n * 7) },
        { label: "Wards", values: many(12, () => 4) },
      ]}
    />
  ),
});
