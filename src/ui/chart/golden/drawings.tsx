import { analyse } from "@throughline/spc";
import { renderToStaticMarkup } from "react-dom/server";
import { SmallMultiples } from "../small-multiples.tsx";
import { SpcChart } from "../spc-chart.tsx";
import { monthsFrom } from "./examples.tsx";

const x = monthsFrom(2023, 4, 36);

function analysisOf(seed: number) {
  const values = x.map(
    (_, i) => 50 + 8 * Math.sin(seed + i * 2.3) + 4 * Math.cos(i * 5.1) - (i > 24 ? 9 : 0),
  );
  return analyse(
    { chart: "xmr", x, values },
    { improvement: "decrease", target: 45, baseline: { first: 24 } },
  );
}

const analyses = Array.from({ length: 60 }, (_, i) => analysisOf(i));

/** What the benchmark times: the drawing, not the reckoning. */
export function drawOne(): string {
  return renderToStaticMarkup(<SpcChart id="chart" title="Falls on Ward 7" analysis={analyses[0]!} />);
}

export function drawSixty(): string {
  const charts = analyses.map((analysis, i) => ({ title: `Ward ${i + 1}`, analysis }));
  return renderToStaticMarkup(<SmallMultiples id="wards" charts={charts} sharedAxis />);
}
