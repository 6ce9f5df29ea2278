import { sql, type RawBuilder } from "kysely";
import type { Db } from "./database.ts";

const patienceMilliseconds = 2_000;

export type Health = { database: boolean; queue: boolean };

/** How the parts are, within two seconds whatever hangs. */
export async function readHealth(db: Db): Promise<Health> {
  const [database, queue] = await Promise.all([
    answers(db, sql`SELECT 1`),
    answers(db, sql`SELECT 1 FROM jobs.version`),
  ]);
  return { database, queue };
}

/** Whether this database takes writes: a standby or a read-only one does not. */
export async function canWrite(db: Db): Promise<boolean> {
  return answers(
    db,
    sql`SELECT 1 WHERE NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'`,
  );
}

async function answers(db: Db, question: RawBuilder<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(resolve, patienceMilliseconds, false).unref();
  });
  const asked = question.execute(db).then(
    (answer) => answer.rows.length > 0,
    () => false,
  );
  return Promise.race([asked, late]);
}
