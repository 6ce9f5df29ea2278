import { join } from "node:path";
import { Client, type QueryResultRow } from "pg";
import { pino } from "pino";
import { openDatabase, type Database } from "#platform/database.ts";
import { findHome } from "#platform/postgres/cluster-home.ts";
import { withCluster } from "#platform/postgres/index.ts";

const silent = pino({ level: "silent" });

/** The folder of PostgreSQL's files for a data folder. */
export function dataPathOf(dataDir: string): string {
  const home = findHome(dataDir);
  if (!home) throw new Error(`There is no database in ${dataDir}.`);
  return join(home, "data");
}

/** Asks as nobody in the program may, beside the program or without it: the rows of the last statement. */
export async function askAsSuperuser<Row extends QueryResultRow>(
  dataDir: string,
  ...statements: string[]
): Promise<Row[]> {
  return withCluster({ dataDir, log: silent }, async ({ superuser }) => {
    const client = new Client(superuser);
    client.on("error", () => {});
    await client.connect();
    try {
      let rows: Row[] = [];
      for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
      return rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}

/** Looks into the database of a data folder as its owner. */
export async function asOwner<Answer>(
  dataDir: string,
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  return withCluster({ dataDir, log: silent }, async ({ owner }) => {
    const database = openDatabase({ connection: owner, poolSize: 2, statementTimeoutMs: 60_000 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}
