import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker, type Visibility } from "#platform/sight.ts";
import { isPerson } from "#platform/actor.ts";
import type { SeriesSeen } from "../series.ts";

/** The words of one version of a definition, as the thing that it is. */
export const definitionText = sql`jsonb_build_object('name', v.name, 'why', v.why, 'kind', v.kind,
  'operational', v.operational, 'numerator', v.numerator, 'denominator', v.denominator, 'form', v.form,
  'multiplier', v.multiplier, 'unit', v.unit, 'better', v.better, 'frequency', v.frequency,
  'collector', v.collector, 'minutesPerPoint', v.minutes_per_point, 'source', v.source, 'purpose', v.purpose,
  'authority', v.authority, 'topic', v.topic, 'reviewOn', v.review_on)`;

/** What is read of one series, and what the one who asks is to it. */
function seen({ actor, at }: Looker): RawBuilder<unknown> {
  const person = isPerson(actor) ? actor.id : null;
  return sql`s.id, s.number, s.definition_id AS "definitionId", s.definition_version AS "definitionVersion",
      ${definitionText} AS definition, s.split, s.whole_id AS "wholeId",
      jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name,
        'organisations', ARRAY(SELECT own_organisations(ARRAY[b.id]))) AS body,
      s.group_id AS "groupId", s.visibility, s.purpose, s.collector_id AS "collectorId", s.analysis,
      s.revision, s.version, s.closed_at AS "closedAt",
      (SELECT g.role FROM group_members g WHERE g.group_id = s.group_id AND g.user_id = ${person}
        AND g.started_at <= ${at} AND (g.ended_at IS NULL OR g.ended_at > ${at})) AS standing
    FROM series s
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    JOIN bodies b ON b.id = s.body_id`;
}

/** One series, if it is in sight. */
export async function readSeries(db: Db | Tx, looker: Looker, id: string): Promise<SeriesSeen | undefined> {
  const person = isPerson(looker.actor) ? looker.actor.id : null;
  const { rows } = await sql<SeriesSeen>`
    SELECT ${seen(looker)}
    WHERE s.id = ${id} AND (s.opened_by && ${keysOf(looker)} OR s.collector_id = ${person})`.execute(db);
  return rows[0];
}

/** The series whose picture was put into another page; whoever has that address sees the picture and no more. */
export async function readEmbedded(db: Db, looker: Looker, embedId: string): Promise<SeriesSeen | undefined> {
  const { rows } = await sql<SeriesSeen>`
    SELECT ${seen(looker)}
    JOIN series_embeds e ON e.series_id = s.id AND e.id = ${embedId} AND e.revoked_at IS NULL`.execute(db);
  return rows[0];
}

export type NewSeries = {
  definitionId: string;
  definitionVersion: number;
  split: string;
  wholeId?: string;
  bodyId: string;
  groupId: string;
  visibility: Visibility;
  purpose: string;
  collectorId: string | null;
  by: string;
  at: Date;
};

export async function insertSeries(tx: Tx, given: NewSeries): Promise<{ id: string; number: number }> {
  return tx
    .insertInto("series")
    .values({
      definition_id: given.definitionId,
      definition_version: given.definitionVersion,
      split: given.split,
      whole_id: given.wholeId ?? null,
      body_id: given.bodyId,
      group_id: given.groupId,
      visibility: given.visibility,
      purpose: given.purpose,
      collector_id: given.collectorId,
      created_by: given.by,
      created_at: given.at,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** What the last analysis found, kept so that lists need not reckon it again. */
export type Verdict = {
  points: number;
  firstPeriod: string | null;
  lastPeriod: string | null;
  lastValue: number | null;
  variation: string | null;
  assurance: string | null;
  /** What it shows, in one sentence. */
  sentence: string;
  /** When the signal that holds now began, and which way it points. */
  signalFrom: string | null;
  signalMeaning: "improvement" | "concern" | "neutral" | null;
};

/** Every change of points or analysis ends here, so that the revision tells whether a picture is of now. */
export async function writeVerdict(
  tx: Tx,
  seriesId: string,
  verdict: Verdict,
  pointsAt: Date | null,
): Promise<number> {
  const { revision } = await tx
    .updateTable("series")
    .set((column) => ({
      points: verdict.points,
      first_period: verdict.firstPeriod,
      last_period: verdict.lastPeriod,
      last_value: verdict.lastValue,
      variation: verdict.variation,
      assurance: verdict.assurance,
      sentence: verdict.sentence,
      signal_from: verdict.signalFrom,
      signal_meaning: verdict.signalMeaning,
      revision: column("revision", "+", 1),
      ...(pointsAt && { last_point_at: pointsAt }),
    }))
    .where("id", "=", seriesId)
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}

/** Two recordings of one series follow one another, so that the verdict is of all its points. */
export async function lockSeries(tx: Tx, seriesId: string): Promise<void> {
  await sql`SELECT FROM series WHERE id = ${seriesId} FOR NO KEY UPDATE`.execute(tx);
}

export async function countParts(db: Db, looker: Looker, wholeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM series s
    WHERE s.whole_id = ${wholeId} AND s.closed_at IS NULL AND s.opened_by && ${keysOf(looker)}`.execute(db);
  return rows[0]!.count;
}
