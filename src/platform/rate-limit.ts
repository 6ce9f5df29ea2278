import { sql } from "kysely";
import type { Db } from "./database.ts";
import { TooMany } from "./problem.ts";

export type Limit = { key: string; most: number; withinSeconds: number };

/**
 * Counts one attempt against each limit and refuses when any is used up. The count lives in the database,
 * so that several processes share it; when the database cannot be reached this throws, so the attempt is
 * refused too.
 */
export async function countAttempt(db: Db, limits: readonly Limit[], at: Date): Promise<void> {
  for (const limit of limits) {
    const { rows } = await sql<{ count: number; left: number }>`
      INSERT INTO rate_limits AS r (key, opened_at, count) VALUES (${limit.key}, ${at}, 1)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN r.opened_at < ${windowStart(at, limit)} THEN 1 ELSE r.count + 1 END,
        opened_at = CASE WHEN r.opened_at < ${windowStart(at, limit)} THEN ${at} ELSE r.opened_at END
      RETURNING count, ceil(extract(epoch FROM opened_at) + ${limit.withinSeconds}::int - extract(epoch FROM ${at}::timestamptz))::int AS left`.execute(
      db,
    );
    const { count, left } = rows[0]!;
    if (count > limit.most) {
      throw new TooMany("Too many attempts. Wait a few minutes, then try again.", Math.max(1, left));
    }
  }
}

function windowStart(at: Date, limit: Limit): Date {
  return new Date(at.getTime() - limit.withinSeconds * 1000);
}

export async function forgiveAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom("rate_limits").where("key", "=", key).execute();
}
