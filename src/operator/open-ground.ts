import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { ClientConfig } from "pg";
import type { Config } from "#platform/config.ts";
import { openDatabase, type Database, type Db } from "#platform/database.ts";
import { openKeeping, type Keeping } from "#platform/keeping.ts";
import type { Log } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { assertSafeServer, startCluster, type Cluster } from "#platform/postgres/index.ts";
import { backupKeyOf } from "./backup-key.ts";
import { openLog, prepareDataFolder } from "./data-folder.ts";
import { ensureQueue } from "./ensure-queue.ts";
import { withConnection } from "./reach.ts";
import { watchConnections } from "./watch-connections.ts";
import { noteVersion, refuseNewerData } from "./written-by.ts";

/** The database, whichever it is, migrated and safe to use; and the log. */
export type Ground = {
  config: Config;
  log: Log;
  cluster: Cluster | undefined;
  /** How archive and backups go, where the program keeps them. */
  keeping: Keeping | undefined;
  owner: ClientConfig;
  /** As which the program works. */
  app: ClientConfig;
  database: Database;
  close(): Promise<void>;
};

export type GroundOptions = { report?: (line: string) => void; onStatement?: () => void };

export async function openGround(config: Config, options: GroundOptions = {}): Promise<Ground> {
  const dataDir = await prepareDataFolder(config);
  await refuseNewerData(dataDir);
  const log = await openLog(config);
  const opened = new AsyncDisposableStack();
  try {
    const keeping = config.ARCHIVE_DIR ? openKeeping(join(dataDir, "kept.json")) : undefined;
    const { report } = options;
    const cluster = config.DATABASE_URL ? undefined : await startOwn(config, { log, report, keeping });
    opened.defer(() => cluster?.stop());
    const { owner, app, asRole } = connections(config, cluster);
    if (!cluster) await withConnection(owner, (client) => assertSafeServer(client));
    await migrate(owner, report);
    await ensureQueue(owner);
    if (cluster) await noteVersion(dataDir);
    const database = openDatabase({
      connection: app,
      ...(asRole && { asRole }),
      poolSize: config.DATABASE_POOL,
      statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
      onError: (error) => log.warn({ error: error.message }, "a database connection was lost"),
      ...(options.onStatement && { onStatement: options.onStatement }),
    });
    opened.defer(() => database.close());
    watchConnections(database.pool, config.STATEMENT_TIMEOUT_MS + 2_000);
    await assertSafeForUs(database);
    const rooms = opened.move();
    return { config, log, cluster, keeping, owner, app, database, close: () => rooms.disposeAsync() };
  } finally {
    await opened.disposeAsync();
  }
}

type Beside = Pick<Ground, "log" | "keeping"> & Pick<GroundOptions, "report">;

const longWithoutAWord = 2_000;

/** After a kill there may be much to replay, which takes its time. */
async function startOwn(config: Config, { log, report, keeping }: Beside): Promise<Cluster> {
  const word = setTimeout(() => report?.("Starting the database …"), longWithoutAWord);
  try {
    return await startCluster({
      dataDir: config.DATA_DIR,
      archiveDir: config.ARCHIVE_DIR,
      key: backupKeyOf(config),
      log,
      keeping,
    });
  } finally {
    clearTimeout(word);
  }
}

/** A role can be given settings of its own: what the server says of itself may not hold for the one we work as. */
async function assertSafeForUs(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await assertSafeServer(client);
  } finally {
    client.release();
  }
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
