import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pino } from "pino";
import { withCluster, type ConnectionSettings } from "#platform/postgres/index.ts";
import { serverProcesses, signalAll } from "#platform/postgres/server-processes.ts";
import { killServer } from "../setup/destroy-cluster.ts";
import { freePort, type RunningProgram } from "../setup/running-program.ts";
import { askAsSuperuser, dataPathOf } from "./cluster-of.ts";
import { become, teamAdded, teamForm, trust } from "./person.ts";
import { seeded } from "./seeded.ts";
import { Trial } from "./trial.ts";

const trial = new Trial();
const dataDir = seeded(trial, "data");
let program: RunningProgram;
let metricsPort: number;
/** All that the probes and the error pages ever said. */
const heard: string[] = [];

beforeAll(async () => {
  metricsPort = await freePort();
  // A short statement, so that giving up on a frozen server comes soon.
  const env = {
    STATEMENT_TIMEOUT_MS: "1000",
    METRICS_PORT: String(metricsPort),
    DRAIN_SECONDS: "2",
    SMTP_URL: "smtp://127.0.0.1:1",
  };
  program = await trial.start({ dataDir, env });
});
afterAll(() => trial.end());

type Answer = { status: number; text: string; headers: Headers };

async function ask(where: string): Promise<Answer> {
  const answer = await fetch(program.url + where, { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  heard.push(text, [...answer.headers].join());
  return { status: answer.status, text, headers: answer.headers };
}

type Seen = { ping: number; database?: string; queue?: string; ready: boolean; page: number };

/** What a load balancer, an operator and a visitor see, all at once. */
async function look(): Promise<Seen> {
  const [ping, health, ready, page] = await Promise.all(
    ["/ping", "/health", "/ready", `/bodies/${trust}`].map(ask),
  );
  if (page!.status >= 500) {
    expect(/<h1>(.*?)<\/h1>/.exec(page!.text)?.[1]).toBe("Sorry, the service is unavailable");
    expect(page!.headers.get("Retry-After")).toMatch(/^\d+$/);
  }
  const { parts } = JSON.parse(health!.text) as { parts?: { database: string; queue: string } };
  expect(health!.status).toBe(parts && Object.values(parts).every((part) => part === "up") ? 200 : 503);
  expect(ready!.status).toBe(JSON.parse(ready!.text).ready ? 200 : 503);
  return { ping: ping!.status, ...parts, ready: ready!.status === 200, page: page!.status };
}

const well: Seen = { ping: 200, database: "up", queue: "up", ready: true, page: 200 };
const away: Seen = { ping: 200, database: "down", queue: "down", ready: false, page: 503 };

async function expectRecovery(): Promise<void> {
  await expect.poll(look, { timeout: 10_000, interval: 100 }).toEqual(well);
  const added = await (await become(program.url)).post(`/bodies/${trust}/teams`, teamForm());
  expect(teamAdded(added)).toBeDefined();
}

const sql = (...statements: string[]): Promise<unknown[]> => askAsSuperuser(dataDir, ...statements);
const endSessions =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'throughline_app'";

type Fault = { name: string; seen: Seen; begin(): Promise<unknown>; end(): Promise<unknown> };

const signalServer = async (signal: NodeJS.Signals): Promise<void> =>
  signalAll(serverProcesses(dataPathOf(dataDir)), signal);

const faults: Fault[] = [
  { name: "nothing is wrong", seen: well, begin: async () => {}, end: async () => {} },
  {
    name: "the database is frozen, after it has rested",
    seen: away,
    begin: async () => {
      await pause(3_500);
      await signalServer("SIGSTOP");
    },
    end: () => signalServer("SIGCONT"),
  },
  {
    name: "the database lets no program in",
    seen: away,
    begin: () => sql("ALTER ROLE throughline_app NOLOGIN", endSessions),
    end: () => sql("ALTER ROLE throughline_app LOGIN"),
  },
  {
    name: "the password was changed behind the program's back",
    seen: away,
    begin: () => sql("ALTER ROLE throughline_app PASSWORD 'another'", endSessions),
    end: () => sql(`ALTER ROLE throughline_app PASSWORD '${secrets().app}'`),
  },
  {
    name: "the database has no connection left",
    seen: away,
    begin: holdAll,
    end: letGo,
  },
  {
    name: "the database takes no writes",
    seen: { ...well, ready: false },
    begin: () => sql("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()"),
    end: () =>
      sql(
        "SET default_transaction_read_only = off",
        "ALTER SYSTEM RESET default_transaction_read_only",
        "SELECT pg_reload_conf()",
      ),
  },
  {
    name: "the queue's tables are gone",
    seen: { ...well, queue: "down" },
    begin: () => sql("ALTER SCHEMA jobs RENAME TO jobs_away"),
    end: () => sql("ALTER SCHEMA jobs_away RENAME TO jobs"),
  },
  {
    name: "somebody holds a lock on what every body page reads",
    seen: { ...well, page: 503 },
    begin: lockBodies,
    end: letGo,
  },
  {
    name: "mail waits and its server is not there",
    seen: well,
    begin: () =>
      sql(
        "INSERT INTO mails (key, recipient, subject, body, written_at) VALUES ('health', 'a@b.example', 's', 'b', now())",
      ),
    end: () => sql("DELETE FROM mails WHERE key = 'health'"),
  },
];

const held: Client[] = [];

function secrets(): { app: string; owner: string; superuser: string } {
  return JSON.parse(readFileSync(path.join(path.dirname(dataPathOf(dataDir)), "secrets.json"), "utf8"));
}

const asSuperuser = (work: (settings: ConnectionSettings) => Promise<void>): Promise<void> =>
  withCluster({ dataDir, log: pino({ level: "silent" }) }, ({ superuser }) => work(superuser));

async function letGo(): Promise<void> {
  await Promise.all(held.splice(0).map((client) => client.end()));
}

async function hold(settings: ConnectionSettings): Promise<Client> {
  const client = new Client(settings);
  client.on("error", () => {});
  await client.connect();
  held.push(client);
  return client;
}

/** All that the server has, down to those that it keeps for its superuser. */
function holdAll(): Promise<void> {
  return asSuperuser(async (superuser) => {
    const first = await hold(superuser);
    const { rows } = await first.query<{ free: number }>(
      "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS free",
    );
    while (held.length < rows[0]!.free) {
      await first.query(endSessions);
      await hold(superuser).catch(() => undefined);
    }
    await first.query(endSessions);
  });
}

function lockBodies(): Promise<void> {
  return asSuperuser(async (superuser) => {
    const client = await hold(superuser);
    await client.query("BEGIN; LOCK TABLE bodies IN ACCESS EXCLUSIVE MODE");
  });
}

describe("R21: what is said, and that it mends by itself, when", () => {
  test.each(faults)("$name", async ({ seen, begin, end }) => {
    await begin();
    try {
      await expect.poll(look, { timeout: 15_000, interval: 100 }).toEqual(seen);
    } finally {
      await end();
    }
    await expectRecovery();
  });

  test("the database is killed", async () => {
    await killServer(dataPathOf(dataDir));
    await expectRecovery();
  });
});

describe("measurements", () => {
  test("stand on their own port, and only there", async () => {
    const own = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    const text = await own.text();
    expect(text).toContain("throughline_request_seconds_bucket");
    expect(text).toContain("process_resident_memory_bytes");
    expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404);
    expect((await ask("/metrics")).status).toBe(404);
    heard.push(text);
  });
});

test("no probe, measurement or error page ever named a secret, an account or a place", () => {
  const { app, owner, superuser } = secrets();
  const said = heard.join("\n");
  expect(said.length).toBeGreaterThan(10_000);
  for (const word of [
    app,
    owner,
    superuser,
    "throughline_app",
    "throughline_owner",
    dataDir,
    "/tl-",
    "ECONN",
  ])
    expect(said).not.toContain(word);
});

describe("R21, at the ends of its life", () => {
  test("told to stop, the program is not ready, and still there for who is on the way", async () => {
    const ended = program.stop();
    await expect.poll(look).toEqual({ ...well, ready: false });
    expect(await ended).toBe(0);
  });

  test("while it starts it is alive, and not ready", async () => {
    program = await trial.launch({ dataDir });
    const alive = (): Promise<number> =>
      ask("/ping").then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(alive, { interval: 5, timeout: 30_000 }).toBe(200);
    const [ready, page] = await Promise.all(["/ready", "/"].map(ask));
    expect([ready!.status, page!.status]).toEqual([503, 503]);
    expect(page!.text).toContain("Throughline is starting");
    await expect.poll(alive).toBe(200);
  });

  test("nobody is let in before it has read what it says to whoever started it", async () => {
    const readiness = (): Promise<number> =>
      ask("/ready").then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(readiness, { timeout: 30_000 }).toBe(200);
    await program.kill();
    await withCluster({ dataDir, log: pino({ level: "silent" }) }, async ({ superuser }) => {
      const client = new Client(superuser);
      await client.connect();
      // Who takes part where is read last. A connection that was lost in the midst of it ended a program that was ready.
      await client.query("BEGIN; LOCK TABLE memberships IN ACCESS EXCLUSIVE MODE");
      program = await trial.launch({ dataDir });
      await expect.poll(readiness, { interval: 5, timeout: 30_000 }).toBe(503);
      await pause(3_000);
      expect(await readiness()).toBe(503);
      await client.query("COMMIT");
      await client.end();
    });
    await expect.poll(readiness, { timeout: 30_000 }).toBe(200);
  });
});
