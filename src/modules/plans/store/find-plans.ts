import { sql, type RawBuilder } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { PlanLine, PlanState, SoughtPlans, Sponsoring } from "../plan-line.ts";

type Condition = RawBuilder<boolean>;

/**
 * In sight: what is open to everybody who is signed in, which costs nothing to ask, or what a key of theirs opens.
 * Asked of each that was found by something else: half of all plans are open, and no index is quicker than that.
 * Stands in a statement that begins with `keysFirst`.
 */
export function inSight(looker: Looker): Condition {
  return isPerson(looker.actor)
    ? sql`CASE WHEN p.open_to_all THEN true ELSE p.opened_by && (SELECT held FROM keys) END`
    : sql`p.opened_by && (SELECT held FROM keys)`;
}

/** The keys of whoever asks, worked out once for a statement. */
export function keysFirst(looker: Looker): RawBuilder<unknown> {
  return sql`keys AS MATERIALIZED (SELECT ${keysOf(looker)} AS held)`;
}

/** Of the plans in sight those that are open to everybody like them, of which the narrow index tells. */
function openToAll({ actor }: Looker): RawBuilder<unknown> {
  return sql`SELECT * FROM plans WHERE open_to_all ${isPerson(actor) ? sql`` : sql`AND visibility = 'public'`}`;
}

/** The others: the few that one of their own keys opens, found by these and in no other way. */
const openToKeys = sql`SELECT * FROM plans WHERE NOT open_to_all AND opened_by && (
  SELECT array_remove(array_remove(held, signed_in_key()), public_key()) FROM keys) OFFSET 0`;

/** Every word, or what begins with it. */
export function tsQuery(words: readonly string[]): RawBuilder<unknown> {
  const each = words.map(
    (word) => sql`(plainto_tsquery('english', ${word}) || to_tsquery('simple', ${`${word}:*`}))`,
  );
  return sql`(${sql.join(each, sql` && `)})`;
}

/** What each state asks of a plan. A plan may be in several. */
export function stateOf(
  state: PlanState,
  { quietBefore, finishedAfter, today }: Pick<SoughtPlans, "quietBefore" | "finishedAfter" | "today">,
): Condition {
  const conditions: Record<PlanState, Condition> = {
    improving: sql`p.improving_since IS NOT NULL AND p.stage NOT IN ('closed', 'stopped')`,
    stuck: sql`p.quiet_since < ${quietBefore}`,
    help: sql`p.wants_help`,
    finished: sql`p.stage IN ('closed', 'stopped') AND p.stage_since >= ${finishedAfter}`,
    watch: sql`p.watch_from <= ${today}::date`,
  };
  return conditions[state];
}

/** Sponsors have an index of their own, so that they are known for all plans at once. */
function sponsoredAs(sponsor: Sponsoring, askerId: string | undefined): Condition {
  const of = sql`SELECT m.group_id FROM group_members m WHERE m.role = 'sponsor' AND m.ended_at IS NULL`;
  if (sponsor === "no") return sql`p.id NOT IN (${of})`;
  return sponsor === "yes" ? sql`p.id IN (${of})` : sql`p.id IN (${of} AND m.user_id = ${askerId ?? null})`;
}

function narrowed(sought: SoughtPlans): Condition {
  const { words, kind, placeId, isWhole, topic, method, stage, priority, partner, sponsor, state } = sought;
  const conditions: Condition[] = [sql`true`];
  if (words.length > 0) conditions.push(sql`p.search @@ ${tsQuery(words)}`);
  if (kind) conditions.push(sql`p.kind = ${kind}`);
  if (placeId && !isWhole) conditions.push(sql`p.place_ids @> ARRAY[${placeId}::uuid]`);
  if (topic) conditions.push(sql`p.topics @> ARRAY[${topic}]`);
  if (method) conditions.push(sql`p.method = ${method}`);
  if (stage) conditions.push(sql`p.stage = ${stage}`);
  if (priority) conditions.push(sql`p.priority = ${priority}`);
  if (partner) conditions.push(sql`p.has_partner = ${partner === "yes"}`);
  if (sponsor) conditions.push(sponsoredAs(sponsor, sought.askerId));
  if (state) conditions.push(stateOf(state, sought));
  return sql.join(conditions, sql` AND `);
}

/**
 * The plans that were asked for, as far as they are in sight, in parts that have none in common. Words, topics and
 * places are looked up, and sight is asked of what is found; whatever else is asked stands in the narrow index.
 */
function partsOf(looker: Looker, sought: SoughtPlans): RawBuilder<unknown>[] {
  const isLookedUp = sought.words.length > 0 || sought.topic || (sought.placeId && !sought.isWhole);
  return isLookedUp
    ? [sql`plans p WHERE ${inSight(looker)} AND ${narrowed(sought)}`]
    : [openToAll(looker), openToKeys].map((part) => sql`(${part}) p WHERE ${narrowed(sought)}`);
}

/** All of them, to be counted. */
export function soughtInSight(looker: Looker, sought: SoughtPlans): RawBuilder<unknown> {
  const parts = partsOf(looker, sought).map((part) => sql`SELECT p.* FROM ${part}`);
  return sql`(${sql.join(parts, sql` UNION ALL `)}) p`;
}

export async function countPlans(db: Db, looker: Looker, sought: SoughtPlans): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH ${keysFirst(looker)}
    SELECT count(*) AS count FROM ${soughtInSight(looker, sought)}`.execute(db);
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

/** The likest first where words are looked for, what waits longest first where it should not wait, else the newest. */
export async function listPlans(
  db: Db,
  looker: Looker,
  sought: SoughtPlans,
  part: { size: number; offset: number },
): Promise<PlanLine[]> {
  const isRanked = sought.words.length > 0;
  const inOrder = isRanked
    ? sql`ts_rank_cd(p.search, ${tsQuery(sought.words)}) DESC, p.last_edit_at DESC, p.id`
    : order(sought);
  const first = isRanked
    ? sql`LIMIT ${mostRanked}`
    : sql`ORDER BY ${inOrder} LIMIT ${part.size + part.offset}`;
  const parts = partsOf(looker, sought).map((found) => sql`(SELECT p.* FROM ${found} ${first})`);
  const { rows } = await sql<PlanLine>`
    WITH ${keysFirst(looker)}, shown AS MATERIALIZED (
      SELECT p.id FROM (${sql.join(parts, sql` UNION ALL `)}) p
      ORDER BY ${inOrder} LIMIT ${part.size} OFFSET ${part.offset})
    SELECT ${line} FROM shown JOIN plans p ON p.id = shown.id JOIN bodies b ON b.id = p.body_id
    ORDER BY ${inOrder}`.execute(db);
  return rows;
}

/** The newest of them, and how many there are, in one statement: what the page of a body asks. */
export async function newestPlans(
  db: Db,
  looker: Looker,
  sought: SoughtPlans,
  most: number,
): Promise<{ rows: PlanLine[]; total: number }> {
  const parts = partsOf(looker, sought).map((part) => sql`SELECT p.id, p.last_edit_at FROM ${part}`);
  const { rows } = await sql<PlanLine & { total: number }>`
    WITH ${keysFirst(looker)}, found AS MATERIALIZED (${sql.join(parts, sql` UNION ALL `)})
    SELECT ${line}, (SELECT count(*) FROM found) AS total
    FROM (SELECT id FROM found ORDER BY last_edit_at DESC, id LIMIT ${most}) shown
    JOIN plans p ON p.id = shown.id JOIN bodies b ON b.id = p.body_id
    ORDER BY p.last_edit_at DESC, p.id`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

function order({ state }: SoughtPlans): RawBuilder<unknown> {
  if (state === "stuck") return sql`p.quiet_since, p.id`;
  return state === "watch" ? sql`p.watch_from, p.id` : sql`p.last_edit_at DESC, p.id`;
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
      (${openToAll(looker)} ORDER BY last_edit_at DESC, id LIMIT 500)
      UNION ALL (SELECT * FROM (${openToKeys}) p ORDER BY last_edit_at DESC, id LIMIT 500))
    SELECT topic FROM newest, unnest(topics) topic GROUP BY topic ORDER BY count(*) DESC, topic LIMIT 60`.execute(
    db,
  );
  return rows.map(({ topic }) => topic);
}
