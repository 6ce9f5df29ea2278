import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Priority, Said, WaitingPriority, Word } from "../priority.ts";

const shown = sql`p.id, jsonb_build_object('id', f.id, 'code', f.code, 'name', f.name) AS "from",
  jsonb_build_object('id', t.id, 'code', t.code, 'name', t.name) AS "to", p.title, p.text, w.key AS "frameworkKey",
  p.item_key AS "itemKey", p.state, u.name AS "proposedBy", p.proposed_at AS "proposedAt", p.version
  FROM priorities p JOIN bodies f ON f.id = p.from_body_id JOIN bodies t ON t.id = p.to_body_id
    LEFT JOIN frameworks w ON w.id = p.framework_id LEFT JOIN users u ON u.id = p.proposed_by AND u.erased_at IS NULL`;

/** Those that went from or to a body, as far as whoever asks works on one of the two sides. */
export async function listPriorities(
  db: Db,
  bodyId: string,
  ownBodyIds: readonly string[],
): Promise<Priority[]> {
  const { rows } = await sql<Priority>`
    SELECT ${shown} WHERE ${bodyId} IN (p.from_body_id, p.to_body_id)
      AND (p.from_body_id = ANY (${[...ownBodyIds]}::uuid[]) OR p.to_body_id = ANY (${[...ownBodyIds]}::uuid[]))
    ORDER BY p.state <> 'open', p.proposed_at DESC LIMIT 100`.execute(db);
  return rows;
}

/** Those on which the other side spoke last: open ones for as long as they are, answered ones while they are new. */
export async function listWaitingPriorities(
  db: Db,
  bodyIds: readonly string[],
  since: Date,
): Promise<WaitingPriority[]> {
  const ours = sql`${[...bodyIds]}::uuid[]`;
  const { rows } = await sql<WaitingPriority>`
    SELECT p.from_body_id = ANY (${ours}) AS "isOurs", ${shown}
      LEFT JOIN LATERAL (SELECT w.body_id, w.said, w.said_at FROM priority_words w
        WHERE w.priority_id = p.id ORDER BY w.step DESC LIMIT 1) last ON true
    WHERE p.state <> 'withdrawn' AND last.said IS DISTINCT FROM 'agreed'
      AND (p.state = 'open' OR last.said_at >= ${since})
      AND (p.to_body_id = ANY (${ours}) AND last.body_id IS DISTINCT FROM p.to_body_id
        OR p.from_body_id = ANY (${ours}) AND last.body_id = p.to_body_id)
    ORDER BY p.state <> 'open', coalesce(last.said_at, p.proposed_at) DESC LIMIT 20`.execute(db);
  return rows;
}

export async function readPriority(
  db: Db | Tx,
  id: string,
  ownBodyIds: readonly string[],
): Promise<Priority | undefined> {
  const { rows } = await sql<Priority>`
    SELECT ${shown} WHERE p.id = ${id}
      AND (p.from_body_id = ANY (${[...ownBodyIds]}::uuid[]) OR p.to_body_id = ANY (${[...ownBodyIds]}::uuid[]))`.execute(
    db,
  );
  return rows[0];
}

export async function listWords(db: Db, priorityId: string): Promise<Word[]> {
  const { rows } = await sql<Word>`
    SELECT b.name, w.said, w.text, u.name AS "saidBy", w.said_at AS "saidAt"
    FROM priority_words w JOIN bodies b ON b.id = w.body_id
      LEFT JOIN users u ON u.id = w.said_by AND u.erased_at IS NULL
    WHERE w.priority_id = ${priorityId} ORDER BY w.step LIMIT 200`.execute(db);
  return rows;
}

export type NewPriority = {
  fromId: string;
  toId: string;
  title: string;
  text: string;
  frameworkId: string | null;
  itemKey: string | null;
  by: string;
  at: Date;
};

export async function insertPriority(tx: Tx, given: NewPriority): Promise<string> {
  const { id } = await tx
    .insertInto("priorities")
    .values({
      from_body_id: given.fromId,
      to_body_id: given.toId,
      title: given.title,
      text: given.text,
      framework_id: given.frameworkId,
      item_key: given.itemKey,
      proposed_by: given.by,
      proposed_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type NewWord = {
  id: string;
  version: number;
  state: Priority["state"];
  bodyId: string;
  said: Said;
  text: string;
  by: string;
  at: Date;
};

/** True when nobody said anything in between. */
export async function addWord(tx: Tx, given: NewWord): Promise<boolean> {
  const { id, version, state, bodyId, said, text, by, at } = given;
  const { numUpdatedRows } = await tx
    .updateTable("priorities")
    .set({ state, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await sql`INSERT INTO priority_words (priority_id, step, body_id, said, text, said_by, said_at)
    SELECT ${id}, coalesce(max(step), 0) + 1, ${bodyId}, ${said}, ${text}, ${by}, ${at}
    FROM priority_words WHERE priority_id = ${id}`.execute(tx);
  return true;
}
