import { sql, type RawBuilder } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { PlanLine, PlanState, Priority, SoughtPlans, Sponsoring } from "../plan-line.ts";

type Condition = RawBuilder<boolean>;

/**
 * In sight: what is open to everybody who is signed in, which costs nothing to ask, or one of the others that a key
 * of theirs opens. Stands in a statement that begins with `keysFirst`.
 */
export function inSight(looker: Looker): Condition {
  return isPerson(looker.actor)
    ? sql`(p.open_to_all OR p.id IN (SELECT id FROM opened))`
    : sql`p.opened_by && (SELECT held FROM keys)`;
}

/** The keys of whoever asks, and what they open beside what is open to all, worked out once for a statement. */
export function keysFirst(looker: Looker): RawBuilder<unknown> {
  const keys = sql`keys AS MATERIALIZED (SELECT ${keysOf(looker)} AS held)`;
  if (!isPerson(looker.actor)) return keys;
  return sql`${keys}, opened AS MATERIALIZED (
    SELECT o.id FROM plans o WHERE NOT o.open_to_all AND o.opened_by && (
      SELECT array_remove(array_remove(held, signed_in_key()), public_key()) FROM keys))`;
}

/** Every word, or what begins with it. */
export function tsQuery(words: readonly string[]): RawBuilder<unknown> {
  const each = words.map(
    (word) => sql`(plainto_tsquery('english', ${word}) || to_tsquery('simple', ${`${word}:*`}))`,
  );
  return sql`(${sql.join(each, sql` && `)})`;
}

const byPriority: Record<Priority, Condition> = {
  local: sql`p.local_priority <> '' AND p.national_priority = ''`,
  national: sql`p.national_priority <> '' AND p.local_priority = ''`,
  both: sql`p.local_priority <> '' AND p.national_priority <> ''`,
  neither: sql`p.local_priority = '' AND p.national_priority = ''`,
};

/** What each state asks of a plan. A plan may be in several. */
export function stateOf(
  state: PlanState,
  { quietBefore, finishedAfter, today }: Pick<SoughtPlans, "quietBefore" | "finishedAfter" | "today">,
): Condition {
  const conditions: Record<PlanState, Condition> = {
    improving: sql`p.improving_since IS NOT NULL AND p.stage NOT IN ('closed', 'stopped')`,
    stuck: sql`p.quiet_since < ${quietBefore}`,
    help: sql`(p.help_wanted <> '' OR p.lead_gone_since IS NOT NULL) AND p.stage NOT IN ('closed', 'stopped')`,
    finished: sql`p.stage IN ('closed', 'stopped') AND p.stage_since >= ${finishedAfter}`,
    watch: sql`p.stage IN ('sustaining', 'closed') AND (p.slipping_since IS NOT NULL
      OR p.id IN (SELECT c.plan_id FROM plan_checks c WHERE c.answered_at IS NULL AND c.due_on <= ${today}::date))`,
  };
  return conditions[state];
}

/** Sponsors have an index of their own, so that they are known for all plans at once. */
function sponsoredAs(sponsor: Sponsoring, askerId: string | undefined): Condition {
  const of = sql`SELECT m.group_id FROM group_members m WHERE m.role = 'sponsor' AND m.ended_at IS NULL`;
  if (sponsor === "no") return sql`p.id NOT IN (${of})`;
  return sponsor === "yes" ? sql`p.id IN (${of})` : sql`p.id IN (${of} AND m.user_id = ${askerId ?? null})`;
}

export function narrowed(sought: SoughtPlans): Condition {
  const { words, kind, placeId, isWhole, topic, method, stage, priority, partner, sponsor, state } = sought;
  const conditions: Condition[] = [sql`true`];
  if (words.length > 0) conditions.push(sql`p.search @@ ${tsQuery(words)}`);
  if (kind) conditions.push(sql`p.kind = ${kind}`);
  if (placeId && !isWhole) conditions.push(sql`p.place_ids @> ARRAY[${placeId}::uuid]`);
  if (topic) conditions.push(sql`p.topics @> ARRAY[${topic}]`);
  if (method) conditions.push(sql`p.method = ${method}`);
  if (stage) conditions.push(sql`p.stage = ${stage}`);
  if (priority) conditions.push(byPriority[priority]);
  if (partner) conditions.push(sql`p.has_partner = ${partner === "yes"}`);
  if (sponsor) conditions.push(sponsoredAs(sponsor, sought.askerId));
  if (state) conditions.push(stateOf(state, sought));
  return sql.join(conditions, sql` AND `);
}

export async function countPlans(db: Db, looker: Looker, sought: SoughtPlans): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH ${keysFirst(looker)}
    SELECT count(*) AS count FROM plans p WHERE ${inSight(looker)} AND ${narrowed(sought)}`.execute(db);
  return rows[0]!.count;
}

const line = sql`
  p.id, p.kind, p.title, left(p.aim, 300) AS aim, p.stage, p.stage_since AS "stageSince", b.code AS "bodyCode",
  b.name AS "bodyName", p.topics, p.method, p.local_priority AS "localPriority",
  p.national_priority AS "nationalPriority", p.has_partner AS "hasPartner",
  p.has_lead AND p.lead_gone_since IS NULL AS "hasLead", p.improving_since AS "improvingSince",
  p.slipping_since AS "slippingSince", p.help_wanted AS "helpWanted", left(p.learned, 300) AS learned,
  p.last_edit_at AS "lastEditAt", p.last_test_at AS "lastTestAt", p.last_data_at AS "lastDataAt"`;

/** However many hold the words, no more than this many are held against one another. */
const mostRanked = 1_000;

/** The likest first where words are looked for, the longest quiet first among those that are stuck, else the newest. */
export async function listPlans(
  db: Db,
  looker: Looker,
  sought: SoughtPlans,
  part: { size: number; offset: number },
): Promise<PlanLine[]> {
  const found = sql`SELECT p.* FROM plans p WHERE ${inSight(looker)} AND ${narrowed(sought)}`;
  const { rows } = await sql<PlanLine>`
    WITH ${keysFirst(looker)}
    SELECT ${line} FROM (${
      sought.words.length > 0
        ? sql`SELECT * FROM (${found} LIMIT ${mostRanked}) p
            ORDER BY ts_rank_cd(p.search, ${tsQuery(sought.words)}) DESC, p.last_edit_at DESC, p.id
            LIMIT ${part.size} OFFSET ${part.offset}`
        : sql`${found} ORDER BY ${order(sought)} LIMIT ${part.size} OFFSET ${part.offset}`
    }) p JOIN bodies b ON b.id = p.body_id
    ORDER BY ${
      sought.words.length > 0
        ? sql`ts_rank_cd(p.search, ${tsQuery(sought.words)}) DESC, p.last_edit_at DESC, p.id`
        : order(sought)
    }`.execute(db);
  return rows;
}

function order({ state }: SoughtPlans): RawBuilder<unknown> {
  return state === "stuck" ? sql`p.quiet_since, p.id` : sql`p.last_edit_at DESC, p.id`;
}

/** Those whose team somebody is in, what goes on before what has ended, the newest first. */
export async function listOwnPlans(db: Db, userId: string, most: number): Promise<PlanLine[]> {
  const { rows } = await sql<PlanLine>`
    SELECT ${line} FROM group_members g JOIN plans p ON p.id = g.group_id JOIN bodies b ON b.id = p.body_id
    WHERE g.user_id = ${userId} AND g.ended_at IS NULL
    ORDER BY p.stage IN ('closed', 'stopped'), p.last_edit_at DESC, p.id LIMIT ${most}`.execute(db);
  return rows;
}

/** The topics that plans in sight have, the most frequent first, from the newest plans there are. */
export async function listTopics(db: Db, looker: Looker): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`
    WITH ${keysFirst(looker)}, newest AS (
      SELECT p.topics FROM plans p WHERE ${inSight(looker)} ORDER BY p.last_edit_at DESC LIMIT 500)
    SELECT topic FROM newest, unnest(topics) topic GROUP BY topic ORDER BY count(*) DESC, topic LIMIT 60`.execute(
    db,
  );
  return rows.map(({ topic }) => topic);
}
