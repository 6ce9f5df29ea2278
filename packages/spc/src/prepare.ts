import type { PointState } from "./analysis.ts";
import type { Columns } from "./charts/fit.ts";
import { correctedMean, standardDeviation } from "./mean.ts";
import type { AnalysisOptions } from "./options.ts";
import type {
  Label,
  RatioSeries,
  Reading,
  Series,
  SubgroupSeries,
  SummarySeries,
  ValueSeries,
} from "./series.ts";
import { checkLength, SpcError } from "./spc-error.ts";

/** A series as columns in chart order. */
export interface Prepared {
  readonly columns: Columns;
  readonly states: PointState[];
  readonly labels: Label[];
  /** For each point its place in the series as given. */
  readonly source: Uint32Array;
  readonly sorted: boolean;
}

interface Row {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly spread: number;
  readonly state: PointState;
}

/** A row with nothing to plot. */
function nothing(state: PointState, denominator: number = Number.NaN): Row {
  return { value: Number.NaN, numerator: Number.NaN, denominator, spread: Number.NaN, state };
}

export function prepare(series: Series, options: AnalysisOptions): Prepared {
  const rows = rowsOf(series, options);
  const labels = labelsOf(series, rows.length);
  const source = chartOrder(labels, options);
  return {
    columns: columnsOf(rows, source),
    states: Array.from(source, (place) => rows[place]!.state),
    labels: Array.from(source, (place) => labels[place]!),
    source,
    sorted: source.some((place, index) => place !== index),
  };
}

function columnsOf(rows: readonly Row[], source: Uint32Array): Columns {
  const count = source.length;
  const value = new Float64Array(count);
  const numerator = new Float64Array(count);
  const denominator = new Float64Array(count);
  const spread = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const row = rows[source[i]!]!;
    value[i] = row.value;
    numerator[i] = row.numerator;
    denominator[i] = row.denominator;
    spread[i] = row.spread;
  }
  return { value, numerator, denominator, spread };
}

function rowsOf(series: Series, options: AnalysisOptions): Row[] {
  if ("values" in series) return valueRows(series, options);
  if ("numerators" in series) return ratioRows(series, options);
  return "subgroups" in series ? subgroupRows(series) : summaryRows(series);
}

/** The number that a reading is, NaN when it is none. */
function numberOf(reading: Reading): number {
  return typeof reading === "number" ? reading : Number.NaN;
}

function listOf(readings: readonly Reading[] | Float64Array): readonly Reading[] {
  return readings instanceof Float64Array ? Array.from(readings) : readings;
}

function absent(...readings: readonly Reading[]): PointState | null {
  if (readings.includes("not-applicable")) return "not-applicable";
  return readings.some((reading) => typeof reading !== "number" || Number.isNaN(reading)) ? "missing" : null;
}

function valueRows(series: ValueSeries, options: AnalysisOptions): Row[] {
  const counts = series.chart === "c" || series.chart === "g" || series.chart === "t";
  return listOf(series.values).map((reading): Row => {
    const gap = absent(reading);
    if (gap !== null) return nothing(gap);
    const value = numberOf(reading);
    if (!Number.isFinite(value) || (counts && value < 0)) return nothing("impossible");
    if (series.chart === "t" && value === 0 && options.zeroTimes !== "accept") {
      throw new SpcError(
        "values",
        "the time between events on a T chart must be greater than 0; see the option zeroTimes",
      );
    }
    return { value, numerator: value, denominator: 1, spread: Number.NaN, state: "measured" };
  });
}

function ratioRows(series: RatioSeries, options: AnalysisOptions): Row[] {
  const numerators = listOf(series.numerators);
  const denominators = listOf(series.denominators);
  checkLength("denominators", denominators, numerators.length);
  const infinite = options.quirks?.includes("count-zero-denominators") === true;
  return numerators.map((above, i): Row => {
    const below = denominators[i];
    const gap = absent(above, below);
    const row = { chart: series.chart, numerator: numberOf(above), denominator: numberOf(below), infinite };
    return gap === null ? ratioRow(row) : nothing(gap);
  });
}

interface Ratio {
  readonly chart: RatioSeries["chart"];
  readonly numerator: number;
  readonly denominator: number;
  readonly infinite: boolean;
}

function ratioRow({ chart, numerator, denominator, infinite }: Ratio): Row {
  const proportion = chart === "p" || chart === "p-prime";
  const count = proportion || chart === "u" || chart === "u-prime";
  const finite = Number.isFinite(numerator) && Number.isFinite(denominator);
  if (denominator === 0 && infinite) {
    return { value: numerator / denominator, numerator, denominator, spread: Number.NaN, state: "measured" };
  }
  if (numerator === 0 && denominator === 0) return nothing("not-applicable", 0);
  const impossible =
    !finite || denominator <= 0 || (count && numerator < 0) || (proportion && numerator > denominator);
  if (impossible) return nothing("impossible");
  return { value: numerator / denominator, numerator, denominator, spread: Number.NaN, state: "measured" };
}

function subgroupRows(series: SubgroupSeries): Row[] {
  return series.subgroups.map((readings): Row => {
    const known = readings.filter(
      (reading): reading is number => typeof reading === "number" && Number.isFinite(reading),
    );
    if (known.length === 0) {
      const state = readings.length > 0 && readings.every((reading) => reading === "not-applicable");
      return nothing(state ? "not-applicable" : "missing", 0);
    }
    const spread = standardDeviation(known);
    const value = series.chart === "s" ? spread : correctedMean(known);
    const state = Number.isNaN(value) ? "missing" : "measured";
    return { value, numerator: value * known.length, denominator: known.length, spread, state };
  });
}

function summaryRows(series: SummarySeries): Row[] {
  const { means, sds, sizes } = series;
  if (series.chart === "xbar" && means === undefined) throw new SpcError("means", "an Xbar chart needs them");
  checkLength("sizes", sizes, sds.length);
  if (means !== undefined) checkLength("means", means, sds.length);
  return sds.map((sd, i): Row => {
    const plotted = series.chart === "s" ? sd : means![i];
    const size = numberOf(sizes[i]);
    const gap = absent(plotted, sizes[i]);
    if (gap !== null) return nothing(gap, 0);
    const spread = typeof sd === "number" && Number.isFinite(sd) ? sd : Number.NaN;
    const value = numberOf(plotted);
    const possible = Number.isFinite(value) && size > 0 && Number.isFinite(size);
    if (!possible || spread < 0) return nothing("impossible", 0);
    return { value, numerator: value * size, denominator: size, spread, state: "measured" };
  });
}

function labelsOf(series: Series, count: number): readonly Label[] {
  if (series.x === undefined) return Array.from({ length: count }, (_, i) => i + 1);
  checkLength("x", series.x, count);
  return series.x;
}

const ISO_DATE = /^\d{4}-\d{2}(-\d{2})?/;

function chartOrder(labels: readonly Label[], options: AnalysisOptions): Uint32Array {
  const order = new Uint32Array(labels.length);
  for (let i = 0; i < order.length; i += 1) order[i] = i;
  const numbers = labels.every((label) => typeof label === "number" && Number.isFinite(label));
  const dates = !numbers && labels.every((label) => typeof label === "string" && ISO_DATE.test(label));
  if (options.order === "as-given" || !(numbers || dates) || ascending(labels)) return order;
  return order.sort((a, b) => compareLabels(labels[a]!, labels[b]!) || a - b);
}

/** Whether the labels already stand in order: then no point is moved. */
function ascending(labels: readonly Label[]): boolean {
  for (let i = 1; i < labels.length; i += 1) if (compareLabels(labels[i - 1]!, labels[i]!) > 0) return false;
  return true;
}

/** Dates compare as text, so that no time zone can move one. */
export function compareLabels(a: Label, b: Label): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
