import type { ClientConfig } from "pg";
import { installJobs } from "#platform/jobs.ts";
import { withConnection } from "./reach.ts";

/** The queue's tables are made after the last migration: a program that was killed between the two has none. */
export async function ensureQueue(owner: ClientConfig): Promise<void> {
  const whole = await withConnection(owner, async (client) => {
    const { rows } = await client.query<{ whole: boolean | null }>(`
      SELECT has_table_privilege('throughline_app', to_regclass('jobs.version'), 'SELECT')
        AND has_table_privilege('throughline_app', to_regclass('jobs.job'), 'INSERT') AS whole`);
    return rows[0]!.whole === true;
  });
  if (!whole) await installJobs(owner);
}
