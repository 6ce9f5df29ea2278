import { assuranceLabel, variationLabel } from "#ui/chart/verdict-words.ts";
import type { Columns } from "#platform/list-file.ts";
import { purposeLabels } from "../definition-words.ts";
import { seriesName } from "../series.ts";
import type { SeriesLine } from "../series-line.ts";
import { directionOf } from "./place-verdicts.tsx";

/** What each chart says. */
const verdictColumns: Columns<SeriesLine> = {
  change: [
    "Change",
    (line) => line.variation && variationLabel({ kind: line.variation, direction: directionOf(line) }),
  ],
  target: ["Target", (line) => line.assurance && assuranceLabel(line.assurance)],
};

const address: Columns<SeriesLine> = { address: ["Address", (line) => `/series/${line.id}`] };

/** The measures of one place, with the last number of each. */
export const ofPlaceColumns: Columns<SeriesLine> = {
  measure: ["Measure", (line) => seriesName(line)],
  purpose: ["Purpose", (line) => purposeLabels[line.purpose]],
  points: ["Numbers", (line) => line.points],
  firstPeriod: ["First period", (line) => line.firstPeriod],
  lastPeriod: ["Last period", (line) => line.lastPeriod],
  lastValue: ["Last value", (line) => line.lastValue],
  ...verdictColumns,
  says: ["What the chart says", (line) => line.sentence],
  ...address,
};

/** One measure in many places: no value, which would be one place against another. */
export const inPlacesColumns: Columns<SeriesLine> = {
  place: ["Place", (line) => line.body.name],
  placeCode: ["Its code", (line) => line.body.code],
  ...verdictColumns,
  ...address,
};
