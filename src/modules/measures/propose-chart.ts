import { advise, type Chart } from "@throughline/spc";
import { countMeasured, fewestForLimits, spcSeries, type View } from "./analysis.ts";
import { chartsFor, type DefinitionText, type Form } from "./definition.ts";
import type { Point } from "./point.ts";

export type Proposal = { chart: Chart; reason: string };

const reasons: Record<Form, string> = {
  value:
    "There is one number for each period, so an XmR chart fits: it takes its limits from how much neighbouring points differ.",
  proportion:
    "Each number is so many cases out of so many, so a P chart fits: its limits are wider where the denominator is small.",
  rate: "Events are counted against an exposure, so a U chart fits: its limits are wider where the exposure is small.",
  count: "Events are counted alone, so a C chart fits.",
  "time-between": "The events are rare and the time between them is measured, so a T chart fits.",
  "cases-between": "The events are rare and the cases between them are counted, so a G chart fits.",
};

/** Which chart is right for this measure, in one sentence with its reason. */
export function proposeChart(definition: Pick<DefinitionText, "form">, points: readonly Point[]): Proposal {
  const measured = countMeasured(points);
  if (measured < fewestForLimits)
    return {
      chart: "run",
      reason: `There ${measured === 1 ? "is 1 number" : `are ${measured} numbers`}. With fewer than ${fewestForLimits} limits would mislead, so a run chart about the median fits.`,
    };
  const chart = chartsFor[definition.form][0];
  const better = advise(spcSeries(definition, points, chart)).find((advice) => fits(advice, definition.form));
  return better?.chart
    ? { chart: better.chart, reason: better.words }
    : { chart, reason: reasons[definition.form] };
}

/** A run chart has rules of its own, about its median. */
export function usualView(chart: Chart): View {
  return { chart, rules: chart === "run" ? "anhoej" : "making-data-count-2023", options: {} };
}

/** Only a chart that this form of data can be drawn as. */
function fits({ code, chart }: { code: string; chart?: Chart }, form: Form): boolean {
  return code !== "more-points" && chart !== undefined && chartsFor[form].includes(chart);
}
