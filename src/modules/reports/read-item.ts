import { version as statistics, type Analysis } from "@throughline/spc";
import { analyseSeries, saidOf, type SeriesAsOf } from "#modules/measures/index.ts";
import { seriesTitle } from "./series-title.ts";
import type { FrozenItem, ReportItem } from "./report.ts";

/** An item with what the statistics say of it. */
export type ReadItem = {
  item: ReportItem;
  source: FrozenItem;
  analysis: Analysis;
  /** Something has changed, or will not be reached as things are: a board looks at these first. */
  isException: boolean;
  /** What the rules say, and what is said in the report: the same unless the author wrote their own. */
  sentences: readonly string[];
  said: readonly string[];
  isEdited: boolean;
};

/** What a series is at the moment at which it is frozen. */
export function freeze(series: SeriesAsOf): FrozenItem {
  const { definition, view, points, annotations, body } = series;
  return { name: seriesTitle(series), place: body.name, definition, view, points, annotations, statistics };
}

export function readItem(item: ReportItem, source: FrozenItem): ReadItem {
  const analysis = analyseSeries(source.definition, source.points, source.view);
  const sentences = sentencesOf(analysis, source);
  const isEdited = item.words !== "";
  return {
    item,
    source,
    analysis,
    isException: isException(analysis),
    sentences,
    said: isEdited ? [item.words] : sentences,
    isEdited,
  };
}

/** Exceptions first, and each lot in the order that the author gave. */
export function exceptionsFirst(items: readonly ReadItem[]): ReadItem[] {
  return [...items.filter((one) => one.isException), ...items.filter((one) => !one.isException)];
}

export function isException({ variation, assurance }: Analysis): boolean {
  const signals = !["common-cause", "too-few-points"].includes(variation.kind);
  return signals || assurance.kind === "expected-to-miss";
}

function sentencesOf(analysis: Analysis, { name, definition }: FrozenItem): string[] {
  const { short, toDo } = saidOf(analysis, name, definition);
  if (analysis.variation.kind === "common-cause")
    return analysis.assurance.kind === "expected-to-miss" ? [short, noAction, ...toDo] : [short, noAction];
  return [short, ...toDo.slice(0, 1)];
}

/** What is chance asks for no action by itself; whether the level is good enough is another question. */
export const noAction = "No action from this change alone: it is within what chance gives.";
