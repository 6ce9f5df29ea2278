import { readdir, readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { installJobs } from "./jobs.ts";
import { projectRoot } from "./project-root.ts";

const folder = join(projectRoot, "db", "migrations");
const lockNumber = 7_302_415_001;

export class NewerDatabase extends Error {}

export type Migration = { name: string; sql: string; digest: string };

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { name, sql, digest: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Brings the database to this version of the program, forward only, each migration in its own transaction.
 * A database that a newer version has already changed is refused before anything is touched.
 */
export async function migrate(
  connection: pg.ClientConfig,
  report: (line: string) => void = () => {},
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
    const migrations = await readMigrations();
    const applied = await readApplied(client);
    refuseNewer(applied, migrations);
    // On the first start there is nobody yet who would want to know each by its name.
    const isFirst = applied.length === 0;
    if (isFirst) report("Making the tables …");
    for (const migration of migrations.slice(applied.length)) {
      if (!isFirst) report(`Migrating: ${migration.name}`);
      await apply(client, migration);
    }
    if (applied.length < migrations.length) await installJobs(connection);
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<{ name: string; digest: string }[]> {
  const table = await client.query("SELECT to_regclass('public.migrations') AS name");
  if (table.rows[0].name === null) return [];
  const { rows } = await client.query("SELECT name, digest FROM migrations ORDER BY name");
  return rows;
}

function refuseNewer(applied: { name: string; digest: string }[], known: Migration[]): void {
  applied.forEach((row, index) => {
    const mine = known[index];
    if (mine?.name === row.name && mine.digest === row.digest) return;
    const reason =
      mine?.name === row.name ? `${row.name} was changed after it was applied` : `it already has ${row.name}`;
    throw new NewerDatabase(
      `This data was written by a newer or different version of Throughline (${reason}); nothing was changed. Start that version, or restore a backup from before it.`,
    );
  });
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '5s'");
    await client.query(
      "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, digest text NOT NULL, at timestamptz NOT NULL DEFAULT now())",
    );
    await client.query(migration.sql);
    await client.query("INSERT INTO migrations (name, digest) VALUES ($1, $2)", [
      migration.name,
      migration.digest,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
