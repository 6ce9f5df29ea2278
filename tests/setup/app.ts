import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { serializeSigned } from "hono/utils/cookie";
import type pg from "pg";
import { pino } from "pino";
import { systemClock, type Clock } from "#platform/clock.ts";
import { parseConfig } from "#platform/config.ts";
import { openDatabase, type Db } from "#platform/database.ts";
import { createJobs } from "#platform/jobs.ts";
import { createLive } from "#platform/live.ts";
import { createMetrics } from "#platform/metrics.ts";
import { projectRoot } from "#platform/project-root.ts";
import type { Env, Services } from "#web/env.ts";
import { cookieNames, cookieOptions, cookieSecret } from "#modules/people/session-cookie.ts";
import { createApp, navigation } from "../../src/app.ts";
import { testDatabase } from "./database.ts";

export type TestAppOptions = {
  clock?: Clock;
  demonstration?: boolean;
  /** Settings beside those of a test, such as BASE_URL. */
  settings?: Record<string, string>;
};

/** Asks as a browser does: with cookies, and from our own pages. A form is sent when `form` is given. */
export type Browse = (
  path: string,
  init?: RequestInit & { form?: Record<string, string | string[]> },
) => Promise<Response>;

export type TestApp = {
  app: Hono<Env>;
  services: Services;
  db: Db;
  pool: pg.Pool;
  /** As this person, in a new session of theirs. */
  as(person: { id: string }, options?: { strong?: boolean }): Promise<Browse>;
  /** As nobody yet: keeps the cookies it is given, so that it can sign in. */
  anonymous(): Browse;
  /** How many SQL statements were sent since the last time this was asked. */
  statements(): number;
  close(): Promise<void>;
};

const assets = {
  folder: join(projectRoot, "src", "web", "public"),
  stylesheet: "/assets/app.css",
  script: "/assets/app.js",
  favicon: "/assets/favicon.svg",
  islands: { playground: "/assets/playground.js" },
};

/** The whole program in process, on a database of its own, without a port. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const config = parseConfig({
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    BASE_URL: "http://localhost:3000",
    DATA_DIR: tmpdir(),
    DEMONSTRATION: options.demonstration ? "yes" : "no",
    ...options.settings,
  });
  let count = 0;
  const opened = openDatabase({
    connection: database.app,
    poolSize: 8,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
    onStatement: () => (count += 1),
  });
  const { db, pool } = opened;
  const log = pino({ level: "silent" });
  const services: Services = {
    config,
    db,
    jobs: createJobs(pool, log),
    live: createLive({ connection: database.app, log }),
    log,
    clock: options.clock ?? systemClock,
    assets,
    navigation,
    metrics: createMetrics(),
    demonstration: options.demonstration ?? false,
    secret: randomBytes(32).toString("base64url"),
    ready: { accepting: true },
  };
  const app = await createApp(services);
  return {
    app,
    services,
    db,
    pool,
    as: async (person, session = {}) =>
      browse(app, services, await signedIn(services, person.id, session.strong ?? false)),
    anonymous: () => browse(app, services, new Map()),
    statements: () => {
      const sent = count;
      count = 0;
      return sent;
    },
    async close() {
      await services.live.close();
      await opened.close();
      await database.drop();
    },
  };
}

async function signedIn(services: Services, userId: string, strong: boolean): Promise<Map<string, string>> {
  const names = cookieNames(services.config.BASE_URL);
  const token = randomBytes(24).toString("base64url");
  const at = services.clock();
  const expiresAt = new Date(at.getTime() + 30 * 60_000);
  await services.db
    .insertInto("sessions")
    .values({
      user_id: userId,
      token,
      strong,
      user_agent: "test",
      created_at: at,
      updated_at: at,
      expires_at: expiresAt,
    })
    .execute();
  const cookie = await serializeSigned(
    names.session,
    token,
    cookieSecret(services.secret),
    cookieOptions(names),
  );
  return new Map([pairOf(cookie)]);
}

function browse(app: Hono<Env>, services: Services, cookies: Map<string, string>): Browse {
  return async (path, { form, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    if (!headers.has("Origin")) headers.set("Origin", new URL(services.config.BASE_URL).origin);
    const sent: RequestInit = form ? { method: "POST", ...init, body: formBody(form) } : init;
    const response = await app.request(`${services.config.BASE_URL}${path}`, { ...sent, headers });
    keepCookies(cookies, response);
    return response;
  };
}

function formBody(form: Record<string, string | string[]>): URLSearchParams {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs);
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [name, value] = pairOf(cookie);
    if (/;\s*Max-Age=0/i.test(cookie) || value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
}

function pairOf(cookie: string): [string, string] {
  const pair = cookie.split(";")[0]!;
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}
