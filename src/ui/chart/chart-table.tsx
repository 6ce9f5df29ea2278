import type { Analysis, Point } from "@throughline/spc";
import type { ReactNode } from "react";
import { Table, type TableCell } from "../nhs/table.tsx";
import { labelWords, rhythmOfLabels, type Rhythm } from "./calendar.ts";
import { lookOf, lookWords } from "./look.ts";
import { decimalsOfChart, withUnit, type Unit } from "./number-words.ts";
import { centreName } from "./verdict-words.ts";

export interface ChartTableProps {
  readonly analysis: Analysis;
  /** What the table holds: the chart's title. */
  readonly caption: string;
  readonly id?: string;
  readonly unit?: Unit;
  /** What the first column holds. */
  readonly when?: string;
  /** How often there is a point, where it is known and need not be judged by the points. */
  readonly rhythm?: Rhythm;
}

/** Everything that the chart shows, as a table: what is drawn can be read, heard and copied. */
export function ChartTable({
  analysis,
  caption,
  id = "chart-table",
  unit = {},
  when = "Date",
  rhythm = rhythmOfLabels(analysis.points.map((point) => point.x)),
}: ChartTableProps): ReactNode {
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
  const decimals = decimalsOfChart(points);
  /** All of a column with as many decimals, and none where they are whole. */
  const saying = (pick: "value" | "centre" | "lower" | "upper" | "target", none = "") => {
    const whole = points.every((point) => point[pick] === null || Number.isInteger(point[pick]));
    return (point: Point) =>
      point[pick] === null ? none : withUnit(point[pick], whole ? 0 : decimals, unit);
  };
  const value = saying("value");
  const ratio = points.some((point) => point.denominator !== null && point.denominator !== 1);
  const has = (pick: "lower" | "target") => points.some((point) => point[pick] !== null);
  const number = (name: string, cell: Column["cell"]): Column => ({ name, numeric: true, cell });
  const text = (name: string, cell: Column["cell"]): Column => ({ name, numeric: false, cell });
  const count = (value: number | null) => (value === null ? "" : value.toLocaleString("en-GB"));
  return [
    ...(ratio
      ? [number("Numerator", (p) => count(p.numerator)), number("Denominator", (p) => count(p.denominator))]
      : []),
    number("Value", (point) => (point.value === null ? stateWords[point.state] : value(point))),
    number(centreName(analysis.chart), saying("centre", "Not known")),
    ...(has("lower")
      ? [
          number("Lower limit", saying("lower", "Not known")),
          number("Upper limit", saying("upper", "Not known")),
        ]
      : []),
    ...(has("target") ? [number("Target", saying("target", "None"))] : []),
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
