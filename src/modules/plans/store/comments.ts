import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { mostAtOnce } from "#platform/paging.ts";
import type { About, Comment } from "../comment.ts";

const columns = sql`c.id, c.about, c.about_id AS "aboutId", c.thread_id AS "threadId",
  CASE WHEN c.removed_at IS NULL THEN c.text ELSE '' END AS text, c.removed_at IS NOT NULL AS "isRemoved",
  c.mentions, c.version, c.written_by AS "writerId", u.name AS writer, c.written_at AS "writtenAt"
  FROM comments c LEFT JOIN users u ON u.id = c.written_by`;

/** The beginnings of threads of a plan that was found in sight, the newest first: about one thing, or about all. */
export async function readThreads(
  db: Db,
  planId: string,
  aboutId: string | undefined,
  part: { size: number; offset: number },
): Promise<Comment[]> {
  const one = aboutId === undefined ? sql`true` : sql`c.about_id = ${aboutId}`;
  const { rows } = await sql<Comment>`
    SELECT ${columns} WHERE c.plan_id = ${planId} AND ${one} AND c.thread_id IS NULL
    ORDER BY c.written_at DESC, c.id LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export type TalkCount = { threads: number; comments: number };

export async function countTalk(db: Db, planId: string, aboutId: string | undefined): Promise<TalkCount> {
  const one = aboutId === undefined ? sql`true` : sql`about_id = ${aboutId}`;
  const { rows } = await sql<TalkCount>`
    SELECT count(*) FILTER (WHERE thread_id IS NULL) AS threads, count(*) AS comments
    FROM comments WHERE plan_id = ${planId} AND ${one}`.execute(db);
  return rows[0]!;
}

/** All that was said, thread after thread as on the pages, as far as it can be taken away at once. */
export async function readTalk(db: Db, planId: string, aboutId: string | undefined): Promise<Comment[]> {
  const one = aboutId === undefined ? sql`true` : sql`c.about_id = ${aboutId}`;
  const { rows } = await sql<Comment>`
    SELECT ${columns} JOIN comments f ON f.id = coalesce(c.thread_id, c.id)
    WHERE c.plan_id = ${planId} AND ${one}
    ORDER BY f.written_at DESC, f.id, c.thread_id IS NOT NULL, c.written_at, c.id LIMIT ${mostAtOnce}`.execute(
    db,
  );
  return rows;
}

const mostReplies = 200;

/** What was answered in these threads, from the first on. */
export async function readReplies(db: Db, threadIds: readonly string[]): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    SELECT r.* FROM unnest(${[...threadIds]}::uuid[]) AS thread(id), LATERAL (
      SELECT ${columns} WHERE c.thread_id = thread.id ORDER BY c.written_at, c.id LIMIT ${mostReplies}
    ) r`.execute(db);
  return rows;
}

export async function readComment(db: Db | Tx, planId: string, id: string): Promise<Comment | undefined> {
  const { rows } = await sql<Comment>`
    SELECT ${columns} WHERE c.plan_id = ${planId} AND c.id = ${id}`.execute(db);
  return rows[0];
}

/** What talk is about, by its own name; nothing where the plan has no such thing. */
export async function readThingName(
  db: Db,
  planId: string,
  { about, aboutId }: About,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    SELECT p.title AS name FROM plans p WHERE ${about} = 'plan' AND p.id = ${planId} AND p.id = ${aboutId}
    UNION ALL SELECT n.text FROM plan_nodes n WHERE ${about} = 'node' AND n.plan_id = ${planId} AND n.id = ${aboutId}
    UNION ALL SELECT t.change FROM tests t WHERE ${about} = 'test' AND t.plan_id = ${planId} AND t.id = ${aboutId}`.execute(
    db,
  );
  return rows[0]?.name;
}

export async function readThingNames(
  db: Db,
  planId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT n.id, n.text AS name FROM plan_nodes n WHERE n.plan_id = ${planId} AND n.id = ANY (${[...ids]}::uuid[])
    UNION ALL SELECT t.id, t.change FROM tests t WHERE t.plan_id = ${planId} AND t.id = ANY (${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type NewComment = About & {
  planId: string;
  threadId: string | null;
  text: string;
  mentions: readonly string[];
  by: string;
  at: Date;
};

export async function insertComment(tx: Tx, given: NewComment): Promise<string> {
  const { id } = await tx
    .insertInto("comments")
    .values({
      plan_id: given.planId,
      about: given.about,
      about_id: given.aboutId,
      thread_id: given.threadId,
      text: given.text,
      mentions: [...given.mentions],
      written_by: given.by,
      written_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function writeComment(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { text, mentions }: { text: string; mentions: readonly string[] },
): Promise<boolean> {
  const done = await tx
    .updateTable("comments")
    .set({ text, mentions: [...mentions], version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function removeComment(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("comments").set({ removed_at: at }).where("id", "=", id).execute();
}
