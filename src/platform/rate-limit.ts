import { sql } from "kysely";
import type { Db } from "./database.ts";
import { TooMany } from "./problem.ts";

export type Limit = { key: string; most: number; withinSeconds: number };

/**
 * Counts one attempt against each limit and refuses when any is used up. The time of each is kept, so that no
 * stretch of time, wherever it begins, holds more than are allowed. They are kept in the database, so that
 * several processes share them; when it cannot be reached this throws, so the attempt is refused too.
 */
export async function countAttempt(db: Db, limits: readonly Limit[], at: Date): Promise<void> {
  for (const limit of limits) {
    if (await isCounted(db, limit, at)) continue;
    const seconds = await secondsLeft(db, limit, at);
    throw new TooMany("Too many attempts. Wait a few minutes, then try again.", seconds);
  }
}

async function isCounted(db: Db, limit: Limit, at: Date): Promise<boolean> {
  const recent = sql`ARRAY(SELECT one FROM unnest(r.attempts) one WHERE one > ${windowStart(at, limit)})`;
  const { rows } = await sql`
    INSERT INTO rate_limits AS r (key, attempts, last_at) VALUES (${limit.key}, ARRAY[${at}::timestamptz], ${at})
    ON CONFLICT (key) DO UPDATE SET attempts = ${recent} || ${at}::timestamptz, last_at = ${at}
      WHERE cardinality(${recent}) < ${limit.most}::int
    RETURNING key`.execute(db);
  return rows.length > 0;
}

async function secondsLeft(db: Db, limit: Limit, at: Date): Promise<number> {
  const { rows } = await sql<{ oldest: Date | null }>`
    SELECT min(one) AS oldest FROM rate_limits r, unnest(r.attempts) one
    WHERE r.key = ${limit.key} AND one > ${windowStart(at, limit)}`.execute(db);
  const oldest = rows[0]?.oldest ?? at;
  return Math.max(1, Math.ceil((oldest.getTime() - at.getTime()) / 1000) + limit.withinSeconds);
}

function windowStart(at: Date, limit: Limit): Date {
  return new Date(at.getTime() - limit.withinSeconds * 1000);
}

/** One attempt fewer: it turned out to be none. */
export async function giveBackAttempt(db: Db, key: string): Promise<void> {
  await sql`UPDATE rate_limits SET attempts = trim_array(attempts, 1)
    WHERE key = ${key} AND cardinality(attempts) > 0`.execute(db);
}

export async function forgiveAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom("rate_limits").where("key", "=", key).execute();
}
