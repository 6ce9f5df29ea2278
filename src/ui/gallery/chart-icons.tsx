import type { AssuranceKind, VariationKind } from "@throughline/spc";
import { AssuranceIcon } from "../chart/icons/assurance-icon.tsx";
import { VariationIcon } from "../chart/icons/variation-icon.tsx";
import { assuranceLabel, variationLabel } from "../chart/verdict-words.ts";
import { specimensOf } from "./specimen.ts";

const variations: [VariationKind, "high" | "low" | "none"][] = [
  ["improving", "high"],
  ["improving", "low"],
  ["worsening", "high"],
  ["worsening", "low"],
  ["high", "high"],
  ["low", "low"],
  ["unusual", "none"],
  ["common-cause", "none"],
  ["too-few-points", "none"],
];

const assurances: AssuranceKind[] = [
  "expected-to-hit",
  "expected-to-miss",
  "hit-and-miss",
  "no-target",
  "unknown",
];

function Variations({ size }: { size: number }) {
  return (
    <ul className="nhsuk-list">
      {variations.map(([kind, direction]) => (
        <li key={`${kind} ${direction}`}>
          <VariationIcon variation={{ kind, direction }} size={size} /> {variationLabel({ kind, direction })}
        </li>
      ))}
    </ul>
  );
}

function Assurances({ size }: { size: number }) {
  return (
    <ul className="nhsuk-list">
      {assurances.map((kind) => (
        <li key={kind}>
          <AssuranceIcon kind={kind} size={size} /> {assuranceLabel(kind)}
        </li>
      ))}
    </ul>
  );
}

export const chartIconSpecimens = specimensOf("Chart icons", {
  "variation, 16 pixels": () => <Variations size={16} />,
  "variation, 32 pixels": () => <Variations size={32} />,
  "assurance, 16 pixels": () => <Assurances size={16} />,
  "assurance, 32 pixels": () => <Assurances size={32} />,
});
