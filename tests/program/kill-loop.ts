import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import pino from "pino";
import { openDatabase } from "#platform/database.ts";
import { verifyAudit } from "#platform/audit.ts";
import { withCluster } from "#platform/postgres/index.ts";
import { Browse } from "../setup/browse.ts";
import { freePort, startProgram, type RunningProgram } from "../setup/running-program.ts";

export type Victim = "program" | "database";

export type KillReport = {
  acknowledged: number;
  lost: string[];
  withoutAudit: number;
  auditWithoutDeed: number;
  auditFaults: number;
  slowestRecoveryMilliseconds: number;
};

type Plan = {
  victim: Victim;
  rounds: number;
  writers: number;
  dataDir: string;
  env?: Record<string, string>;
};

/**
 * Writers add teams through HTTP and note, on disk, each one that was acknowledged. Again and again the
 * program or its database is killed without a word. At the end everything noted must be there, whole, with
 * exactly one audit entry each.
 */
export async function killLoop(plan: Plan): Promise<KillReport> {
  const port = await freePort();
  const start = () => startProgram({ dataDir: plan.dataDir, port, ...(plan.env && { env: plan.env }) });
  const ledger = new Ledger(join(plan.dataDir, "ledger"));
  let program = await start();
  let slowest = 0;
  for (let round = 0; round < plan.rounds; round += 1) {
    const writing = startWriters(program.url, plan.writers, ledger);
    await pause(150 + ((round * 37) % 350));
    const before = ledger.count;
    const killedAt = performance.now();
    if (plan.victim === "program") {
      await program.kill();
      await writing.stop();
      program = await start();
      await oneWrite(program.url, ledger);
    } else {
      await killDatabase(program);
      await untilMore(ledger, before);
      await writing.stop();
    }
    slowest = Math.max(slowest, performance.now() - killedAt);
  }
  const report = await compare(plan.dataDir, ledger);
  await program.stop();
  ledger.close();
  return { ...report, slowestRecoveryMilliseconds: Math.round(slowest) };
}

/** What was acknowledged, kept outside the database and pushed to the disk line by line. */
class Ledger {
  readonly #file: string;
  readonly #handle: number;
  count = 0;

  constructor(file: string) {
    this.#file = file;
    this.#handle = openSync(file, "a");
  }

  note(name: string): void {
    writeSync(this.#handle, `${name}\n`);
    fsyncSync(this.#handle);
    this.count += 1;
  }

  names(): string[] {
    return readFileSync(this.#file, "utf8").split("\n").filter(Boolean);
  }

  close(): void {
    closeSync(this.#handle);
  }
}

async function signIn(url: string): Promise<Browse> {
  const browse = new Browse(url);
  const answer = await browse.post("/demonstration/become", {
    persona: "10-administrator",
    _key: randomUUID(),
  });
  if (answer.status !== 303) throw new Error(`Could not sign in: ${answer.status}`);
  return browse;
}

async function addTeam(browse: Browse): Promise<string | undefined> {
  const name = `Team ${randomUUID()}`;
  const answer = await browse.post(`/bodies/${organisation}/teams`, {
    name,
    kind: "team",
    _key: randomUUID(),
  });
  return answer.status === 303 && !answer.location?.startsWith("/sign-in") ? name : undefined;
}

/** An organisation of the demonstration nation that may have teams. */
const organisation = process.env["KILL_LOOP_BODY"] ?? "RAA";

function startWriters(url: string, count: number, ledger: Ledger): { stop(): Promise<void> } {
  const state = { going: true };
  const write = async () => {
    while (state.going) {
      try {
        const browse = await signIn(url);
        for (;;) {
          const name = await addTeam(browse);
          if (name) ledger.note(name);
          if (!state.going) return;
        }
      } catch {
        // Refused or broken off in the middle: not acknowledged, so not noted. Try again.
        await pause(20);
      }
    }
  };
  const all = Promise.all(Array.from({ length: count }, write));
  return {
    async stop() {
      state.going = false;
      await all;
    },
  };
}

async function oneWrite(url: string, ledger: Ledger): Promise<void> {
  const name = await addTeam(await signIn(url));
  if (!name) throw new Error("The first write after the start was refused.");
  ledger.note(name);
}

async function untilMore(ledger: Ledger, before: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  // Answers that were on their way when the kill came may still be noted: more than one a writer is new.
  while (ledger.count < before + 12) {
    if (Date.now() > deadline) throw new Error("Nothing was acknowledged for 20 s after the kill.");
    await pause(5);
  }
}

async function killDatabase(program: RunningProgram): Promise<void> {
  const pids = await withCluster(
    { dataDir: program.dataDir, log: pino({ level: "silent" }) },
    async (cluster) => {
      const client = new Client(cluster.superuser);
      client.on("error", () => {});
      await client.connect();
      const { rows } = await client.query("SELECT pid FROM pg_stat_activity");
      const backends = rows.map((row: { pid: number }) => row.pid);
      const postmaster = Number(
        readFileSync(join(cluster.dataPath, "postmaster.pid"), "utf8").split("\n")[0],
      );
      for (const pid of [postmaster, ...backends]) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // Gone with its parent already.
        }
      }
      await client.end().catch(() => undefined);
      return backends.length;
    },
  );
  if (pids === 0) throw new Error("There was no database to kill.");
}

async function compare(
  dataDir: string,
  ledger: Ledger,
): Promise<Omit<KillReport, "slowestRecoveryMilliseconds">> {
  const names = ledger.names();
  return withCluster({ dataDir, log: pino({ level: "silent" }) }, async (cluster) => {
    const database = openDatabase({ connection: cluster.owner, poolSize: 2, statementTimeoutMs: 60_000 });
    try {
      const found = await database.pool.query("SELECT id, name FROM bodies WHERE name LIKE 'Team %-%-%-%-%'");
      const present = new Set(found.rows.map((row) => row.name));
      const audited = await database.pool.query(
        `SELECT count(*) FILTER (WHERE n IS DISTINCT FROM 1)::int AS missing FROM bodies b
         LEFT JOIN (SELECT thing_id, count(*) AS n FROM audit_entries WHERE action LIKE 'team-%' GROUP BY thing_id) a ON a.thing_id = b.id::text
         WHERE b.name LIKE 'Team %-%-%-%-%'`,
      );
      const extra = await database.pool.query(
        "SELECT count(*)::int AS extra FROM audit_entries a WHERE a.action LIKE 'team-%' AND NOT EXISTS (SELECT FROM bodies b WHERE b.id::text = a.thing_id)",
      );
      return {
        acknowledged: names.length,
        lost: names.filter((name) => !present.has(name)),
        withoutAudit: audited.rows[0].missing,
        auditWithoutDeed: extra.rows[0].extra,
        auditFaults: (await verifyAudit(database.db)).length,
      };
    } finally {
      await database.close();
    }
  });
}
