import type pg from "pg";
import { verdictFor, type DefinitionText, type Verdict } from "#modules/measures/index.ts";
import type { Body } from "../body.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { addDays, at } from "./days.ts";
import type { MadePoint } from "./make-points.ts";
import type { Visibility } from "./words.ts";

export type View = Parameters<typeof verdictFor>[2];

/** A definition as a row: one of the catalogue, or a team's own. */
export type DefinitionRow = {
  id: string;
  text: DefinitionText;
  body: Body | undefined;
  shared: boolean;
  by: string | undefined;
  on: string;
  /** The shared definition that it was taken from, in its first version. */
  madeFrom?: DefinitionRow;
};

/** A series with its numbers, before it has the short name that the database gives it. */
export type SeriesRow = {
  id: string;
  definition: DefinitionRow;
  body: Body;
  groupId: string;
  visibility: Visibility;
  collector: string | undefined;
  view: View;
  points: MadePoint[];
  by: string;
  on: string;
  lastOn: string;
  /** When nobody collected it any more. */
  closedOn?: string;
  /** Of a part: the series that it is a part of, and which part. */
  wholeId?: string;
  split?: string;
};

type Numbered = SeriesRow & { number: number; verdict: Verdict };

const definitionColumns: Columns<DefinitionRow> = {
  id: ({ id }) => id,
  body_id: ({ body }) => body?.id,
  shared: ({ shared }) => shared,
  owner_id: ({ by }) => by,
  search_text: ({ text }) => ` ${text.name} ${text.topic}`.toLowerCase().replace(/[^a-z0-9]+/g, " "),
  made_from: ({ madeFrom }) => madeFrom?.id,
  made_from_version: ({ madeFrom }) => (madeFrom ? 1 : undefined),
  created_by: ({ by }) => by,
  created_at: ({ on }) => at(on, 12),
};

const versionColumns: Columns<DefinitionRow> = {
  definition_id: ({ id }) => id,
  version: () => 1,
  name: ({ text }) => text.name,
  why: ({ text }) => text.why,
  kind: ({ text }) => text.kind,
  operational: ({ text }) => text.operational,
  numerator: ({ text }) => text.numerator,
  denominator: ({ text }) => text.denominator,
  form: ({ text }) => text.form,
  multiplier: ({ text }) => text.multiplier,
  unit: ({ text }) => text.unit,
  better: ({ text }) => text.better,
  frequency: ({ text }) => text.frequency,
  collector: ({ text }) => text.collector,
  minutes_per_point: ({ text }) => text.minutesPerPoint,
  source: ({ text }) => text.source,
  purpose: ({ text }) => text.purpose,
  authority: ({ text }) => text.authority,
  topic: ({ text }) => text.topic,
  review_on: ({ text }) => text.reviewOn,
  written_by: ({ by }) => by,
  written_at: ({ on }) => at(on, 12),
};

const seriesColumns: Columns<Numbered> = {
  id: ({ id }) => id,
  number: ({ number }) => number,
  definition_id: ({ definition }) => definition.id,
  definition_version: () => 1,
  split: ({ split }) => split ?? "",
  whole_id: ({ wholeId }) => wholeId,
  body_id: ({ body }) => body.id,
  group_id: ({ groupId }) => groupId,
  visibility: ({ visibility }) => visibility,
  purpose: ({ definition }) => definition.text.purpose,
  collector_id: ({ collector }) => collector,
  points: ({ verdict }) => verdict.points,
  first_period: ({ verdict }) => verdict.firstPeriod,
  last_period: ({ verdict }) => verdict.lastPeriod,
  last_value: ({ verdict }) => verdict.lastValue,
  variation: ({ verdict }) => verdict.variation,
  assurance: ({ verdict }) => verdict.assurance,
  sentence: ({ verdict }) => verdict.sentence,
  signal_from: ({ verdict }) => verdict.signalFrom,
  signal_meaning: ({ verdict }) => verdict.signalMeaning,
  last_point_at: ({ lastOn }) => at(lastOn),
  closed_at: ({ closedOn }) => (closedOn ? at(closedOn) : undefined),
  created_by: ({ by }) => by,
  created_at: ({ on }) => at(on, 12),
};

const viewColumns: Columns<Numbered> = {
  series_id: ({ id }) => id,
  number: () => 1,
  chart: ({ view }) => view.chart,
  rules: ({ view }) => view.rules,
  options: ({ view }) => JSON.stringify(view.options),
  written_by: ({ by }) => by,
  written_at: ({ on }) => at(on, 12),
};

const pointColumns: Columns<{ series: Numbered; point: MadePoint }> = {
  series_no: ({ series }) => series.number,
  period: ({ point }) => point.period,
  state: ({ point }) => point.state,
  value: ({ point }) => point.value,
  numerator: ({ point }) => point.numerator,
  denominator: ({ point }) => point.denominator,
  note: ({ point }) => point.note,
  written_by: ({ series }) => series.by,
  written_at: ({ series, point }) => at(soonest(addDays(point.period, lag(series)), series.lastOn), 16),
};

const lag = ({ definition }: SeriesRow): number => (definition.text.frequency === "week" ? 8 : 33);

const soonest = (one: string, other: string): string => (one < other ? one : other);

export const seriesTables = [
  "definitions",
  "definition_versions",
  "series",
  "series_analyses",
  "points",
] as const;

/** Definitions each once, then the series that are made from them, with what the statistics say of each. */
export async function copySeries(
  client: pg.ClientBase,
  rows: readonly SeriesRow[],
): Promise<{ series: number; points: number }> {
  const taken = rows.flatMap(({ definition }) =>
    definition.madeFrom ? [definition.madeFrom, definition] : [definition],
  );
  const definitions = [...new Map(taken.map((definition) => [definition.id, definition])).values()];
  await copyRows(client, "definitions", definitionColumns, definitions);
  await copyRows(client, "definition_versions", versionColumns, definitions);
  const numbered = rows.map((row, index): Numbered => {
    const points = row.points as Parameters<typeof verdictFor>[1];
    return { ...row, number: index + 1, verdict: verdictFor(row.definition.text, points, row.view) };
  });
  const series = await copyRows(client, "series", seriesColumns, numbered);
  await copyRows(client, "series_analyses", viewColumns, numbered);
  const points = await copyRows(client, "points", pointColumns, pointsOf(numbered));
  await client.query(
    "SELECT setval(pg_get_serial_sequence('series', 'number'), (SELECT max(number) FROM series))",
  );
  return { series, points };
}

function* pointsOf(series: readonly Numbered[]): Generator<{ series: Numbered; point: MadePoint }> {
  for (const one of series) for (const point of one.points) yield { series: one, point };
}
