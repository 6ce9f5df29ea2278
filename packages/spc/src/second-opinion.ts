import { analyse } from "./analyse.ts";
import type { Analysis, Signal, Variation } from "./analysis.ts";
import type { AnalysisOptions } from "./options.ts";
import type { NamedRule, RuleSet, RuleSetId } from "./rule-sets/rule-set.ts";
import { simulatedSets as ruleSetIds } from "./tables/simulated-rates.ts";
import type { Series } from "./series.ts";

export interface Difference {
  /** Which set sees the signal that the other does not. */
  readonly seenBy: "asked" | "other";
  readonly signal: Signal;
  readonly why: string;
}

export interface Opinion {
  readonly rules: RuleSetId;
  readonly name: string;
  readonly source: string;
  readonly variation: Variation;
  readonly signals: readonly Signal[];
  /** How many points belong to a signal. */
  readonly pointsSignalled: number;
  readonly agreesOnVariation: boolean;
  readonly differences: readonly Difference[];
}

/** What every other rule set says of the same chart, and for each signal that only one of them sees the reason. */
export function secondOpinion(series: Series, options: AnalysisOptions = {}): Opinion[] {
  const asked = analyse(series, options);
  return ruleSetIds
    .filter((id) => id !== asked.rules.id)
    .map((id) =>
      opinionOf(id, asked, analyse(seenBy(series, id), Object.assign({}, options, { rules: id }))),
    );
}

/** Run chart rules are about the median, so they look at the same data as a run chart. */
function seenBy(series: Series, id: RuleSetId): Series {
  if (id !== "ihi-run-chart" || !("values" in series || "numerators" in series)) return series;
  return { ...series, chart: "run" };
}

function opinionOf(id: RuleSetId, asked: Analysis, other: Analysis): Opinion {
  return {
    rules: id,
    name: other.rules.name,
    source: other.rules.source,
    variation: other.variation,
    signals: other.signals,
    pointsSignalled: other.points.filter((point) => point.signal !== null).length,
    agreesOnVariation: other.variation.kind === asked.variation.kind,
    differences: [
      ...other.signals
        .filter((signal) => !seen(signal, asked))
        .map((signal) => difference("other", signal, other.rules, asked.rules)),
      ...asked.signals
        .filter((signal) => !seen(signal, other))
        .map((signal) => difference("asked", signal, asked.rules, other.rules)),
    ],
  };
}

/** Whether the analysis has the same kind of signal on any of the same points. */
function seen(signal: Signal, analysis: Analysis): boolean {
  return analysis.signals.some(
    (each) =>
      each.rule === signal.rule &&
      each.phase === signal.phase &&
      each.from <= signal.to &&
      each.to >= signal.from,
  );
}

function difference(seenBy: Difference["seenBy"], signal: Signal, sees: RuleSet, blind: RuleSet): Difference {
  const here = sees.rules.find((rule) => rule.id === signal.rule);
  const there = blind.rules.find((rule) => rule.id === signal.rule);
  const place =
    signal.points.length === 0 ? "over the whole phase" : `at points ${signal.from + 1} to ${signal.to + 1}`;
  return {
    seenBy,
    signal,
    why: `${sees.name} sees ${signal.name} ${place}; ${reason(here, there, blind.name)}.`,
  };
}

function reason(here: NamedRule | undefined, there: NamedRule | undefined, name: string): string {
  if (there === undefined || here === undefined) return `${name} has no such rule`;
  const a = here.rule;
  const b = there.rule;
  if ("length" in a && "length" in b && a.length !== b.length) return `${name} asks for ${b.length} points`;
  if (a.kind === "shift" && b.kind === "shift" && a.onCentre !== b.onCentre) {
    return b.onCentre === "breaks"
      ? `for ${name} a point on the centre ends the run`
      : `${name} skips points on the centre`;
  }
  if (a.kind === "trend" && b.kind === "trend" && a.ties !== b.ties) {
    return b.ties === "break" ? `for ${name} two equal points end the trend` : `${name} skips equal points`;
  }
  if (a.kind === "zone" && b.kind === "zone") {
    if (a.outsideCounts !== b.outsideCounts) {
      return b.outsideCounts
        ? `${name} counts points outside the limits too`
        : `${name} does not count points outside the limits`;
    }
    if (a.others !== b.others) return `${name} wants all of the points on one side of the centre`;
  }
  if (a.kind === "unusual-runs" && b.kind === "unusual-runs")
    return `${name} draws the line elsewhere for this number of points`;
  return `${name} reckons it otherwise`;
}
