import { analyseBatch, assuranceCodes, variationCodes } from "@throughline/spc";
import type { ToReckon } from "./store/reckon-many.ts";

/** What a series shows by its columns alone. */
type Found = {
  variation: string;
  assurance: string;
  points: number;
  lastPeriod: string | null;
  lastValue: number | null;
};

/**
 * An XmR chart without phases, baseline, exclusions or targets, by Making Data Count: many of them are reckoned at
 * once without an object for each point.
 */
export function isPlainXmr({ view, definition }: ToReckon): boolean {
  const { baseline, phases = [], exclude = [], targets = [] } = view.options;
  return (
    view.chart === "xmr" &&
    (view.rules === "making-data-count" || view.rules === "making-data-count-2023") &&
    !baseline &&
    phases.length + exclude.length + targets.length === 0 &&
    definition.form === "value"
  );
}

/** Those whose verdict is no longer what it was; the others need not be looked at again. */
export function changedOf(series: readonly ToReckon[]): ToReckon[] {
  const groups = Map.groupBy(series, (one) => groupOf(one));
  return [...groups.values()].flatMap((group) => changedInGroup(group));
}

function groupOf({ definition, view }: ToReckon): string {
  return `${definition.better} ${view.rules} ${view.options.screen !== false}`;
}

const improvements = { higher: "increase", lower: "decrease", neither: "neutral" } as const;

function changedInGroup(group: readonly ToReckon[]): ToReckon[] {
  const columns = group.map(({ values }) => (values === null ? [] : values.split(",")));
  const offsets = new Uint32Array(group.length + 1);
  columns.forEach((column, at) => (offsets[at + 1] = offsets[at]! + column.length));
  const numbers = new Float64Array(offsets.at(-1)!);
  let next = 0;
  for (const column of columns) for (const text of column) numbers[next++] = readingOf(text);
  const { definition, view } = group[0]!;
  const batch = analyseBatch(numbers, offsets, {
    improvement: improvements[definition.better],
    rules: view.rules as "making-data-count" | "making-data-count-2023",
    screen: view.options.screen !== false,
  });
  return group.filter((series, at) => {
    const own = numbers.subarray(offsets[at], offsets[at + 1]);
    return !isSame(series, {
      variation: variationCodes[batch.variation[at]!]!,
      assurance: assuranceCodes[batch.assurance[at]!]!,
      ...endOf(series, own),
    });
  });
}

function readingOf(text: string): number {
  return text === "" || text === "n" ? Number.NaN : Number(text);
}

function endOf(
  { definition, periods }: ToReckon,
  numbers: Float64Array,
): Pick<Found, "points" | "lastPeriod" | "lastValue"> {
  let points = 0;
  let last = Number.NaN;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    points += 1;
    last = number;
  }
  return {
    points,
    lastPeriod: periods === null ? null : periods.slice(periods.lastIndexOf(",") + 1),
    lastValue: Number.isNaN(last) ? null : last * definition.multiplier,
  };
}

function isSame(series: ToReckon, found: Found): boolean {
  return (
    series.variation === found.variation &&
    series.assurance === found.assurance &&
    series.points === found.points &&
    series.lastPeriod === found.lastPeriod &&
    series.lastValue === found.lastValue
  );
}
