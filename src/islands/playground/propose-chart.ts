import {
  advise,
  type Chart,
  type RatioChart,
  type RatioSeries,
  type Reading,
  type ValueChart,
  type ValueSeries,
} from "@throughline/spc";
import type { Pasted } from "./read-paste.ts";

export interface Proposal {
  readonly chart: Chart;
  readonly reason: string;
}

export const valueCharts: readonly ValueChart[] = ["xmr", "run", "xmr-median", "c", "g", "t", "mr"];
export const ratioCharts: readonly RatioChart[] = [
  "p",
  "p-prime",
  "u",
  "u-prime",
  "xmr",
  "xmr-weighted",
  "run",
  "xmr-median",
  "mr",
];

const fewest = 12;

/** What events are counted against: time or opportunity, not cases that are each yes or no. */
const exposure =
  /\b(?:days?|nights?|hours?|weeks?|months?|years?|population|list size|visits?|miles|births?)\b/i;

/** A series for a chart that can be drawn from what was pasted; the proposed one where the wish cannot. */
export function seriesFor(pasted: Pasted, chart: Chart): RatioSeries | ValueSeries | null {
  const x = pasted.x;
  if (pasted.denominators !== null) {
    const ratio = ratioCharts.find((each) => each === chart);
    return ratio ? { chart: ratio, x, numerators: pasted.values, denominators: pasted.denominators } : null;
  }
  const value = valueCharts.find((each) => each === chart);
  return value ? { chart: value, x, values: pasted.values } : null;
}

/** Which chart fits, in one sentence with the reason. */
export function proposeChart(pasted: Pasted): Proposal {
  const measured = pasted.values.filter((value) => typeof value === "number").length;
  if (measured < fewest)
    return {
      chart: "run",
      reason: `There are ${measured} points. With fewer than ${fewest}, limits would mislead, so this is a run chart about the median.`,
    };
  if (pasted.denominators !== null) return proposeRatio(pasted, pasted.denominators);
  return {
    chart: "xmr",
    reason:
      "There is one number for each point, so this is an individuals (XmR) chart: it takes its limits from how much neighbouring points differ.",
  };
}

function proposeRatio(pasted: Pasted, denominators: readonly Reading[]): Proposal {
  const pairs = pasted.values.flatMap((value, i) => {
    const below = denominators[i];
    return typeof value === "number" && typeof below === "number" ? [[value, below] as const] : [];
  });
  const counts = pairs.every(
    ([value, below]) => Number.isInteger(value) && Number.isInteger(below) && value >= 0,
  );
  if (!counts)
    return {
      chart: "xmr-weighted",
      reason: "The numbers are not whole counts, so this is a weighted individuals chart of the ratio.",
    };
  const share = pairs.every(([value, below]) => value <= below) && !exposure.test(pasted.names.denominator);
  const first: Proposal = share
    ? {
        chart: "p",
        reason:
          "Each numerator counts cases out of its denominator, so this is a P chart: limits are wider where the denominator is small.",
      }
    : {
        chart: "u",
        reason:
          "Numerators count events against an exposure, so this is a U chart: limits are wider where the exposure is small.",
      };
  return better(pasted, first);
}

/** Large denominators make P and U limits far too narrow; the package says when. */
function better(pasted: Pasted, first: Proposal): Proposal {
  const series = seriesFor(pasted, first.chart);
  const found =
    series &&
    advise(series).find((advice) => advice.code === "over-dispersion" && advice.chart !== undefined);
  return found?.chart
    ? { chart: found.chart, reason: `${first.reason.replace(/, so this is.*/, ".")} ${found.words}` }
    : first;
}
