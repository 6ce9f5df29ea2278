import { narrate, type Analysis, type Meaning } from "@throughline/spc";
import { analyseSeries, type View } from "./analysis.ts";
import type { DefinitionText } from "./definition.ts";
import type { Point } from "./point.ts";
import type { Verdict } from "./store/series.ts";

/** What an analysis found, as it is kept with the series. */
export function verdictOf(analysis: Analysis, definition: Pick<DefinitionText, "name">): Verdict {
  const measured = analysis.points.filter((point) => point.value !== null);
  const { variation } = analysis;
  const current = analysis.signals.findLast(
    (signal) =>
      signal.rule === variation.rule && variation.at !== null && signal.points.includes(variation.at),
  );
  const last = measured.at(-1);
  return {
    points: measured.length,
    firstPeriod: periodOf(analysis.points[0]?.x),
    lastPeriod: periodOf(analysis.points.at(-1)?.x),
    lastValue: last?.value ?? null,
    variation: variation.kind,
    assurance: analysis.assurance.kind,
    sentence: narrate(analysis, { measure: definition.name }).short,
    signalFrom: current ? periodOf(analysis.points[current.from]?.x) : null,
    signalMeaning: current ? meaningWord(current.meaning) : null,
  };
}

function periodOf(x: string | number | undefined): string | null {
  return typeof x === "string" ? x : null;
}

function meaningWord(meaning: Meaning): Verdict["signalMeaning"] {
  if (meaning === "improvement" || meaning === "concern") return meaning;
  return "neutral";
}

/** The same for whoever has the numbers and not the analysis. */
export function verdictFor(definition: DefinitionText, points: readonly Point[], view: View): Verdict {
  return verdictOf(analyseSeries(definition, points, view), definition);
}
