import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { serializeSigned } from "hono/utils/cookie";
import { Kysely, PostgresDialect, sql, type PostgresPool } from "kysely";
import type pg from "pg";
import { pino } from "pino";
import { parseConfig } from "#platform/config.ts";
import { openDatabase, type Db } from "#platform/database.ts";
import { createJobs } from "#platform/jobs.ts";
import { createLive } from "#platform/live.ts";
import type { Log } from "#platform/log.ts";
import { createMetrics } from "#platform/metrics.ts";
import { projectRoot } from "#platform/project-root.ts";
import type { Env, Services } from "#web/env.ts";
import { cookieNames, cookieOptions, cookieSecret } from "#modules/people/session-cookie.ts";
import { testDatabase } from "#tests/setup/database.ts";
import { createApp, navigation } from "../../../src/app.ts";
import { watchChanges, type Change } from "./changes.ts";
import { UndoablePool, type Asked } from "./undo.ts";

export type HouseOptions = {
  /** Every deed of `attempt` is undone. Otherwise many connections, and what is done stays. */
  undo?: boolean;
  demonstration?: boolean;
  settings?: Record<string, string>;
  log?: Log;
  at?: Date;
  /** Told of each statement that an attempt sends, where deeds are undone. */
  onStatement?: (statement: Asked) => void;
};

/** The whole program in process, with a database that writes down each change, and a clock that stands still. */
export type House = {
  app: Hono<Env>;
  services: Services;
  db: Db;
  origin: string;
  /** What the log was given, line by line. */
  lines: string[];
  clock: { now: Date };
  /** The database as its owner reaches it. */
  owner: pg.ClientConfig;
  attempt<R>(work: () => Promise<R>): Promise<R>;
  /** An attempt, and all that it changed since it last asked. Only where deeds are undone. */
  watch<R>(work: () => Promise<R>): Promise<{ result: R; changes: Change[] }>;
  /** What changed since this was last asked, or since the attempt began. */
  changes(): Promise<Change[]>;
  /** A new session: its id, its cookie, and the secret word in the cookie. */
  session(userId: string, options?: { strong?: boolean }): Promise<Session>;
  close(): Promise<void>;
};

export type Session = { id: string; cookie: string; token: string };

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = await testDatabase();
  await watchChanges(database.owner);
  const config = parseConfig({
    NODE_ENV: "test",
    BASE_URL: "http://localhost:3000",
    PORT: "0",
    DATA_DIR: tmpdir(),
    DEMONSTRATION: options.demonstration ? "yes" : "no",
    ...options.settings,
  });
  const {
    db: pooled,
    pool,
    close,
  } = openDatabase({
    connection: database.app,
    poolSize: options.undo ? 1 : 10,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
  });
  const client = options.undo ? await pool.connect() : undefined;
  const undoable = client && new UndoablePool(client, options.onStatement);
  const db = undoable
    ? new Kysely<never>({ dialect: new PostgresDialect({ pool: undoable as unknown as PostgresPool }) })
    : pooled;
  const lines: string[] = [];
  // It stands near the true time, because better-auth asks the machine's clock how old its own things are.
  const clock = { now: options.at ?? new Date() };
  const log = options.log ?? pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  const services: Services = {
    config,
    db: db as Db,
    jobs: createJobs((undoable ?? pool) as pg.Pool, log),
    live: createLive({ connection: database.app, log }),
    log,
    clock: () => clock.now,
    assets,
    navigation,
    metrics: createMetrics(),
    demonstration: options.demonstration ?? false,
    secret: randomBytes(32).toString("base64url"),
    ready: { accepting: true },
  };
  const house: House = {
    app: await createApp(services),
    services,
    db: services.db,
    origin: new URL(config.BASE_URL).origin,
    lines,
    clock,
    owner: database.owner,
    attempt: (work) => (undoable ? undoable.attempt(work) : work()),
    watch: async (work) => {
      const { result, rows } = await undoable!.attemptAnd(changesInOrder, work);
      return { result, changes: rows as Change[] };
    },
    changes: async () => (await sql.raw<Change>(changesInOrder).execute(services.db)).rows,
    session: (userId, session = {}) => openSession(services, userId, session.strong ?? false),
    async close() {
      await services.live.close();
      client?.release();
      await close();
      await database.drop();
    },
  };
  return house;
}

const assets = {
  folder: join(projectRoot, "src", "web", "public"),
  stylesheet: "/assets/app.css",
  script: "/assets/app.js",
  favicon: "/assets/favicon.svg",
  islands: {},
};

const changesInOrder = "select place, op, before, after from safety_take() order by seq";

/** As if somebody had signed in a moment ago; a password for each persona would cost minutes. */
async function openSession(services: Services, userId: string, strong: boolean): Promise<Session> {
  const names = cookieNames(services.config.BASE_URL);
  const token = randomBytes(24).toString("base64url");
  const at = services.clock();
  const { id } = await services.db
    .insertInto("sessions")
    .values({
      user_id: userId,
      token,
      strong,
      user_agent: "safety",
      created_at: at,
      updated_at: at,
      expires_at: new Date(at.getTime() + 30 * 60_000),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const signed = await serializeSigned(
    names.session,
    token,
    cookieSecret(services.secret),
    cookieOptions(names),
  );
  return { id, token, cookie: signed.split(";")[0]! };
}
