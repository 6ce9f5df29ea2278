import {
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from "kysely";
import pg from "pg";
import type { DB } from "#db/schema.ts";
import { KeptStatements } from "./kept-statements.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;
export type { DB };

const { builtins } = pg.types;

/**
 * How PostgreSQL's values arrive, decided once. A date stays the text "2026-04-01", because a Date would
 * move it by a day through a time zone; whole numbers and decimals become numbers, refused when they are
 * too large to be exact.
 */
function arrivals(): pg.CustomTypesConfig {
  const exact = (text: string): number => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be exact`);
    return number;
  };
  const parsers = new Map<number, (text: string) => unknown>([
    [builtins.DATE, (text) => text],
    [builtins.INT8, exact],
    [builtins.NUMERIC, Number],
  ]);
  const usual = pg.types.getTypeParser as (oid: number, format: "text" | "binary") => unknown;
  const getTypeParser = (oid: number, format: "text" | "binary" = "text"): unknown =>
    (format === "text" && parsers.get(oid)) || usual(oid, format);
  return { getTypeParser: getTypeParser as pg.CustomTypesConfig["getTypeParser"] };
}

export type DatabaseOptions = {
  connection: pg.ClientConfig;
  poolSize: number;
  statementTimeoutMs: number;
  /** Take the application's role after connecting, when one address serves owner and application. */
  asRole?: string;
  onStatement?: (sql: string, milliseconds: number) => void;
  onError?: (error: Error) => void;
};

export type Database = { db: Db; pool: pg.Pool; close(): Promise<void> };

export function openDatabase(options: DatabaseOptions): Database {
  const role = options.asRole ? ` -c role=${options.asRole}` : "";
  const pool = new pg.Pool({
    ...options.connection,
    max: options.poolSize,
    // Whoever waits longer than this for a connection is better told so.
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    types: arrivals(),
    options: `-c statement_timeout=${options.statementTimeoutMs} -c idle_in_transaction_session_timeout=10000 -c TimeZone=UTC${role}`,
  });
  // A lost idle connection is replaced by the next request; without this listener it would end the process.
  pool.on("error", (error) => options.onError?.(error));
  const { onStatement } = options;
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: keepingStatements(pool) }),
    ...(onStatement && {
      log: (event) => onStatement(event.query.sql, event.queryDurationMillis),
    }),
  });
  return { db, pool, close: () => db.destroy() };
}

const changedShape = "0A000";

/**
 * The pool as it is used for the program's own statements: those that come often are sent by name. When a table
 * was changed under one, as by a newer version beside this one, its connection is not used again.
 */
function keepingStatements(pool: pg.Pool): PostgresPool {
  const kept = new KeptStatements();
  const keeping = (client: pg.PoolClient) => {
    let isStale = false;
    return {
      async query(text: string, values: readonly unknown[] = []) {
        try {
          return await client.query({ name: kept.nameOf(text), text, values: [...values] });
        } catch (error) {
          isStale ||= (error as { code?: string }).code === changedShape;
          throw error;
        }
      },
      release: () => client.release(isStale),
    };
  };
  return {
    connect: async () => keeping(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
    options: pool.options,
  };
}
