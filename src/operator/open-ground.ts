import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Client, type ClientConfig } from "pg";
import type { Config } from "#platform/config.ts";
import { openDatabase, type Database, type Db } from "#platform/database.ts";
import { createLog, type Log } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { assertSafeServer, startCluster, type Cluster } from "#platform/postgres/index.ts";

/** The database, whichever it is, migrated and safe to use; and the log. */
export type Ground = {
  config: Config;
  log: Log;
  cluster: Cluster | undefined;
  owner: ClientConfig;
  database: Database;
  close(): Promise<void>;
};

export type GroundOptions = { report?: (line: string) => void; onStatement?: () => void };

export async function openGround(config: Config, options: GroundOptions = {}): Promise<Ground> {
  const dataDir = resolve(config.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const log = createLog({ ...config, LOG_FILE: logFile(config, dataDir) });
  const cluster = config.DATABASE_URL ? undefined : await startCluster({ dataDir, log });
  try {
    const { owner, app, asRole } = connections(config, cluster);
    if (!cluster) await assertGivenServer(owner);
    await migrate(owner, options.report);
    const database = openDatabase({
      connection: app,
      ...(asRole && { asRole }),
      poolSize: config.DATABASE_POOL,
      statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
      onError: (error) => log.warn({ error: error.message }, "a database connection was lost"),
      ...(options.onStatement && { onStatement: options.onStatement }),
    });
    const close = async () => {
      await database.close();
      await cluster?.stop();
    };
    return { config, log, cluster, owner, database, close };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

async function assertGivenServer(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await assertSafeServer(client, { embedded: false });
  } finally {
    await client.end();
  }
}

function logFile(config: Config, dataDir: string): string | undefined {
  return config.LOG_FILE === "-" ? undefined : (config.LOG_FILE ?? join(dataDir, "throughline.log"));
}

function connections(config: Config, cluster: Cluster | undefined) {
  if (cluster) return { owner: cluster.owner, app: cluster.app, asRole: undefined };
  const app = { connectionString: config.DATABASE_URL! };
  // With a separate owner's address the given one is already the application's; otherwise one serves both.
  if (config.DATABASE_OWNER_URL)
    return { owner: { connectionString: config.DATABASE_OWNER_URL }, app, asRole: undefined };
  return { owner: app, app, asRole: "throughline_app" };
}

/** The program's own secret: from the settings, or made once and kept in the database that it protects. */
export async function programSecret(config: Config, db: Db): Promise<string> {
  if (config.SECRET) return config.SECRET;
  await db
    .insertInto("facts")
    .values({ name: "secret", value: JSON.stringify(randomBytes(32).toString("base64url")) })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { value } = await db
    .selectFrom("facts")
    .select("value")
    .where("name", "=", "secret")
    .executeTakeFirstOrThrow();
  return value as string;
}
