import { resolve } from "node:path";
import type { Client } from "pg";
import { BadSetting, type Config } from "#platform/config.ts";
import { removeAnchors } from "./anchor-file.ts";
import { withConnection } from "./reach.ts";
import { withOwner } from "./with-owner.ts";
import { forgetVersion } from "./written-by.ts";

export class InUse extends Error {}

/** Empties the database, for a developer. Real data needs the longer words. */
export async function resetCommand(config: Config, args: string[]): Promise<void> {
  if (config.DATABASE_URL && !args.includes("--yes-delete-everything")) {
    throw new BadSetting(
      "DATABASE_URL names a database that somebody brought: to delete everything in it, add -- --yes-delete-everything.",
    );
  }
  await withOwner(config, (owner) =>
    withConnection(owner, async (client) => {
      await refuseBesideOthers(client);
      await client.query(
        "DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
      );
    }),
  );
  // The heads that were kept outside are of an audit that is no more.
  const dataDir = resolve(config.DATA_DIR);
  await removeAnchors(dataDir);
  await forgetVersion(dataDir);
  console.error("The database is empty. The next start fills it again.");
}

/** A program at work would find its tables gone, and nothing in it expects that. */
async function refuseBesideOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`);
  if (rows[0]!.count > 0)
    throw new InUse("The database is in use, so nothing was deleted: stop the program first.");
}
