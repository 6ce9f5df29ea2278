import { writeCsv } from "#platform/write-csv.ts";
import { dayOf } from "#platform/day.ts";
import { purposeSentence } from "../definition-words.ts";
import type { SeriesPage } from "../queries/series-page.ts";
import { viewWords } from "../view-words.ts";
import { narrativeOf } from "./series-chart.tsx";

/** Every number with what the chart made of it. */
export function numbersCsv({ model }: SeriesPage): string {
  const head = [
    "period",
    "state",
    "value",
    "numerator",
    "denominator",
    "centre",
    "lower limit",
    "upper limit",
    "target",
    "phase",
    "signals",
    "left out because",
    "note",
  ];
  const notes = new Map(model.points.map((point) => [point.period, point.note]));
  const rows = model.analysis.points.map((point) => [
    point.x,
    point.state,
    point.value,
    point.numerator,
    point.denominator,
    point.centre,
    point.lower,
    point.upper,
    point.target,
    point.phase + 1,
    point.flags.map((flag) => flag.rule).join("; "),
    point.excluded,
    notes.get(String(point.x)),
  ]);
  return writeCsv([head, ...rows]);
}

/** The whole way from numbers to limits, line by line. */
export function workingCsv({ working, model, fingerprint }: SeriesPage): string {
  const { rules } = model.analysis;
  return writeCsv([
    ["phase", "what", "how", "result"],
    ...working.map((line) => [line.phase + 1, line.what, line.how, line.result]),
    ["", "rules", `${rules.name}, version ${rules.version}`, rules.source],
    ["", "fingerprint", "of data, rules and options", fingerprint],
  ]);
}

/** All of it for a program, in the words of the statistics package. */
export function seriesJson(page: SeriesPage, at: Date): string {
  const { model, fingerprint, working } = page;
  const { series, view, drawn, analysis, points, annotations } = model;
  const narrative = narrativeOf(model);
  return JSON.stringify(
    {
      id: series.id,
      name: model.name,
      place: { code: series.body.code, name: series.body.name },
      purpose: purposeSentence(series.definition),
      definition: { id: series.definitionId, version: series.definitionVersion, ...series.definition },
      takenOn: dayOf(at),
      says: narrative,
      view: { ...view, drawnAs: drawn.chart, words: viewWords(view, series.definition) },
      points: points.map(({ period, state, value, numerator, denominator, note }) => ({
        period,
        state,
        value,
        numerator,
        denominator,
        note,
      })),
      annotations: annotations.map(({ on, label }) => ({ on, label })),
      analysis,
      working,
      fingerprint,
    },
    undefined,
    2,
  );
}
