import type { Analysis, Point } from "@throughline/spc";
import type { ReactNode } from "react";
import { Table, type TableCell } from "../nhs/table.tsx";
import { labelWords, rhythmOfLabels } from "./calendar.ts";
import { lookOf, lookWords } from "./look.ts";
import { withUnit, type Unit } from "./number-words.ts";
import { centreName } from "./verdict-words.ts";

export interface ChartTableProps {
  readonly analysis: Analysis;
  /** What the table holds: the chart's title. */
  readonly caption: string;
  readonly id?: string;
  readonly unit?: Unit;
  /** What the first column holds. */
  readonly when?: string;
}

/** Everything that the chart shows, as a table: what is drawn can be read, heard and copied. */
export function ChartTable({
  analysis,
  caption,
  id = "chart-table",
  unit = {},
  when = "Date",
}: ChartTableProps): ReactNode {
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const columns = columnsOf(analysis, unit);
  return (
    <Table
      id={id}
      caption={{ text: caption, size: "s" }}
      firstCellIsHeader
      compact
      scroll
      head={[
        { text: when },
        ...columns.map(({ name, numeric }) => ({
          text: name,
          ...(numeric && { format: "numeric" as const }),
        })),
      ]}
      rows={analysis.points.map((point) => [
        { text: labelWords(point.x, rhythm) },
        ...columns.map(({ cell, numeric }): TableCell => ({
          text: cell(point),
          ...(numeric && { format: "numeric" as const }),
        })),
      ])}
    />
  );
}

interface Column {
  readonly name: string;
  readonly numeric: boolean;
  cell(point: Point): string;
}

/** Only the columns that have something in them. */
export function columnsOf(analysis: Analysis, unit: Unit): Column[] {
  const { points, phases } = analysis;
  const decimals = decimalsFor(points);
  const say = (value: number | null, none = "") => (value === null ? none : withUnit(value, decimals, unit));
  const ratio = points.some((point) => point.denominator !== null && point.denominator !== 1);
  const has = (pick: "lower" | "target") => points.some((point) => point[pick] !== null);
  const number = (name: string, cell: Column["cell"]): Column => ({ name, numeric: true, cell });
  const text = (name: string, cell: Column["cell"]): Column => ({ name, numeric: false, cell });
  const count = (value: number | null) => (value === null ? "" : value.toLocaleString("en-GB"));
  return [
    ...(ratio
      ? [number("Numerator", (p) => count(p.numerator)), number("Denominator", (p) => count(p.denominator))]
      : []),
    number("Value", (point) => (point.value === null ? stateWords[point.state] : say(point.value))),
    number(centreName(analysis.chart), (point) => say(point.centre, "Not known")),
    ...(has("lower")
      ? [
          number("Lower limit", (p) => say(p.lower, "Not known")),
          number("Upper limit", (p) => say(p.upper, "Not known")),
        ]
      : []),
    ...(has("target") ? [number("Target", (point) => say(point.target, "None"))] : []),
    ...(phases.length > 1
      ? [text("Phase", (point) => phases[point.phase]?.name ?? String(point.phase + 1))]
      : []),
    text("What it says", (point) => pointWords(point, analysis)),
  ];
}

const stateWords: Readonly<Record<Point["state"], string>> = {
  measured: "",
  missing: "No data",
  "not-applicable": "Not applicable",
  impossible: "Cannot be",
};

function pointWords(point: Point, analysis: Analysis): string {
  if (point.value === null) return "";
  if (point.excluded !== null) return `Left out: ${point.excluded}`;
  const rule = analysis.rules.rules.find((each) => each.id === point.signal?.rule);
  const words = lookWords(lookOf(point), analysis);
  return rule ? `${words}: ${rule.name}` : words;
}

function decimalsFor(points: readonly Point[]): number {
  const most = points.reduce((sum, point) => Math.max(sum, Math.abs(point.value ?? 0)), 0);
  return most >= 1_000 ? 0 : most >= 100 ? 1 : most >= 1 ? 2 : 4;
}
