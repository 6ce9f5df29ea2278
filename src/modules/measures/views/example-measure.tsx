import { analyse, type Analysis } from "@throughline/spc";
import type { ReactNode } from "react";
import { VariationIcon } from "#ui/chart/icons/variation-icon.tsx";
import { Sparkline } from "#ui/chart/sparkline.tsx";
import { variationLabel } from "#ui/chart/verdict-words.ts";

const callsAnswered = [
  62, 58, 65, 60, 63, 57, 61, 64, 59, 62, 60, 63, 68, 71, 69, 73, 70, 74, 72, 75, 73, 76,
] as const;

let reckoned: Analysis | undefined;

function analysis(): Analysis {
  reckoned ??= analyse(
    {
      chart: "xmr",
      x: callsAnswered.map((_, week) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10)),
      values: [...callsAnswered],
    },
    { rules: "making-data-count-2023", improvement: "increase" },
  );
  return reckoned;
}

/** What a measure will look like in the list: its name, what the chart says, and the line. */
export function ExampleMeasure(): ReactNode {
  const { variation } = analysis();
  return (
    <>
      <p>
        <strong>Calls answered within 2 minutes</strong>, 76% in the week of 1 June 2026.{" "}
        <VariationIcon variation={variation} size={20} decorative /> {variationLabel(variation)}
      </p>
      <p>
        <Sparkline analysis={analysis()} title="Calls answered within 2 minutes" width={180} height={48} />
      </p>
      <p>
        <a href="/charts">Try it with numbers of your own</a>, without starting a measure
      </p>
    </>
  );
}
