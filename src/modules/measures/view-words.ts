import { ruleSets } from "@throughline/spc";
import { periodWords } from "#ui/figures/period.ts";
import { longDate } from "#ui/long-date.ts";
import { chartName } from "#ui/chart/verdict-words.ts";
import type { View } from "./analysis.ts";
import type { DefinitionText } from "./definition.ts";
import { valueWords } from "./unit.ts";

/** How a series is looked at, a line for each thing that somebody decided. */
export function viewWords({ chart, rules, options }: View, definition: DefinitionText): string[] {
  const { chosen, baseline, phases = [], exclude = [], targets = [], screen, axis } = options;
  return [
    `${chartName(chart)}; rules: ${ruleSets[rules].name}`,
    chosen ? "The chart was chosen, so it stays however few the numbers are" : "",
    baselineWords(baseline),
    ...phases.map(
      (phase) =>
        `New phase from ${longDate(phase.from)}: ${phase.name}${phase.keepLimits ? ", with the limits of the first phase" : ""}`,
    ),
    ...exclude.map((one) => `Left out: ${periodWords(one.at, definition.frequency)} (${one.reason})`),
    ...targets.map(({ from, value }) =>
      value === null
        ? `No target from ${longDate(from)}`
        : `Target ${valueWords(value, definition)} from ${longDate(from)}`,
    ),
    screen === false ? "Outlying moving ranges are kept" : "",
    axisWords(axis),
  ].filter((line) => line !== "");
}

function baselineWords(baseline: View["options"]["baseline"]): string {
  if (!baseline) return "";
  return "first" in baseline
    ? `Limits from the first ${baseline.first} numbers of each phase`
    : `Limits from ${longDate(baseline.from)} to ${longDate(baseline.to)}`;
}

function axisWords(axis: View["options"]["axis"]): string {
  if (!axis) return "";
  const ends = [
    axis.fromZero ? "from zero" : "",
    axis.from === undefined ? "" : `from ${axis.from}`,
    axis.to === undefined ? "" : `to ${axis.to}`,
  ];
  const said = ends.filter((end) => end !== "").join(" ");
  return said === "" ? "" : `Axis ${said}`;
}
