import type { Direction } from "@throughline/spc";
import type { ReactNode } from "react";
import { AssuranceIcon } from "#ui/chart/icons/assurance-icon.tsx";
import { VariationIcon } from "#ui/chart/icons/variation-icon.tsx";
import { assuranceLabel, variationLabel } from "#ui/chart/verdict-words.ts";
import { Table } from "#ui/nhs/table.tsx";
import type { SeriesLine } from "../series-line.ts";

/** What the chart of each place says, as icons and in words; no value, which would be one place against another. */
export function PlaceVerdictTable({ lines }: { lines: readonly SeriesLine[] }): ReactNode {
  return (
    <Table
      id="verdicts"
      caption={{ text: "What each chart says", size: "s" }}
      firstCellIsHeader
      responsive
      compact
      head={["Place", "Change", "Target"].map((text) => ({ text }))}
      rows={lines.map((line) => [
        { html: <a href={`/series/${line.id}`}>{line.body.name}</a> },
        { html: <Change line={line} /> },
        { html: <Target line={line} /> },
      ])}
    />
  );
}

function Change({ line }: { line: SeriesLine }): ReactNode {
  if (line.variation === null) return "Not reckoned yet";
  const verdict = { kind: line.variation, direction: directionOf(line) };
  return (
    <span className="tl-verdict">
      <VariationIcon variation={verdict} decorative /> {variationLabel(verdict)}
    </span>
  );
}

function Target({ line: { assurance } }: { line: SeriesLine }): ReactNode {
  if (assurance === null) return "Not reckoned yet";
  return (
    <span className="tl-verdict">
      <AssuranceIcon kind={assurance} decorative /> {assuranceLabel(assurance)}
    </span>
  );
}

/** Which way it went follows from what is better. */
export function directionOf({ variation, definition: { better } }: SeriesLine): Direction {
  if (variation === "high" || variation === "low") return variation;
  if (variation !== "improving" && variation !== "worsening") return "none";
  return (variation === "improving") === (better === "higher") ? "high" : "low";
}
