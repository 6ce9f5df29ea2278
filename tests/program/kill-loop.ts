import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { verifyAudit } from "#platform/audit.ts";
import { serverProcesses } from "#platform/postgres/server-processes.ts";
import { killServer } from "../setup/destroy-cluster.ts";
import { freePort, type RunningProgram } from "../setup/running-program.ts";
import { asOwner, dataPathOf } from "./cluster-of.ts";
import { Ledger } from "./ledger.ts";
import { become, trust } from "./person.ts";
import { seeded } from "./seeded.ts";
import type { Trial } from "./trial.ts";
import { startWriters, writeOnce } from "./writers.ts";

export type Victim = "program" | "database";

export type KillReport = {
  acknowledged: number;
  /** Acknowledged, and not there afterwards. */
  lost: string[];
  /** Teams, audit entries and forms that do not belong to each other one to one. */
  halfWritten: number;
  auditFaults: number;
  /** Processes of the database that were left after the program was stopped. */
  orphans: number;
  milliseconds: number[];
};

type Plan = { trial: Trial; victim: Victim; rounds: number; writers: number };

/**
 * Writers add teams through HTTP and note, on disk, each one that was acknowledged. Again and again the
 * program or its database is killed without a word, and has to come back by itself.
 */
export async function killLoop({ trial, victim, rounds, writers }: Plan): Promise<KillReport> {
  const dataDir = seeded(trial, `killed ${victim}`);
  const port = await freePort();
  const ledger = new Ledger(join(trial.folder, `ledger of ${victim}`));
  let program = await trial.start({ dataDir, port });
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const already = ledger.count;
    const writing = startWriters(() => program.url, writers, ledger);
    // In the midst of the writing, however slow the machine, and never at the same point of what the program is doing.
    await untilTrue(() => ledger.count >= already + underWay);
    await pause((round * 37) % 250);
    const killedAt = performance.now();
    if (victim === "program") {
      await program.kill();
      // Every other time the database goes with it, as when the power does.
      if (round % 2 === 1) await killServer(dataPathOf(dataDir));
      await writing.stop();
      program = await trial.start({ dataDir, port });
    } else {
      await killServer(dataPathOf(dataDir));
    }
    const { others } = await untilAcknowledged(program, ledger);
    milliseconds.push(performance.now() - killedAt);
    if (milliseconds.at(-1)! > slow)
      console.log(`Back after ${milliseconds.at(-1)} ms:\n${await lastLines(dataDir)}`);
    await others;
    await writing.stop();
  }
  const written = await compare(dataDir, ledger);
  await program.stop();
  ledger.close();
  return { ...written, orphans: serverProcesses(dataPathOf(dataDir)).length, milliseconds };
}

/** So many writes of a round are acknowledged before the kill. */
export const underWay = 4;

const longest = 20_000;
const slow = 4_000;

async function untilTrue(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + longest;
  while (!isSo() && performance.now() < deadline) await pause(5);
}

/** What the program says of the requests that took long, and of what went wrong, when it was slow to come back. */
async function lastLines(dataDir: string): Promise<string> {
  const lines = (await readFile(join(dataDir, "throughline.log"), "utf8")).split("\n").slice(-3_000);
  return lines
    .filter((line) => /"level":"(warn|error|fatal)"|"ms":\d{4}/.test(line))
    .slice(-40)
    .join("\n");
}

/** Somebody new comes every half second, signs in and has something saved, until one of them has. */
export async function untilAcknowledged(
  program: RunningProgram,
  ledger: Ledger,
): Promise<{ others: Promise<unknown> }> {
  const deadline = performance.now() + longest;
  const saved = { any: false };
  const newcomers: Promise<void>[] = [];
  while (!saved.any) {
    if (performance.now() > deadline)
      throw new Error(
        `Nothing was acknowledged for ${longest / 1000} s after the kill: ${program.output()}\n${await lastLines(program.dataDir)}`,
      );
    const newcomer = untilSaved(program, ledger, () => saved.any).then((own) => void (saved.any ||= own));
    newcomers.push(newcomer);
    await Promise.race([newcomer, pause(500)]);
  }
  return { others: Promise.all(newcomers) };
}

/** Tries again until it is saved, or until somebody else's was. */
async function untilSaved(program: RunningProgram, ledger: Ledger, isOver: () => boolean): Promise<boolean> {
  const deadline = performance.now() + longest;
  while (!isOver() && performance.now() < deadline) {
    if (await tryOnce(program, ledger)) return true;
    await pause(10);
  }
  return false;
}

async function tryOnce({ url }: RunningProgram, ledger: Ledger): Promise<boolean> {
  try {
    return await writeOnce(await become(url), trust, ledger);
  } catch {
    return false;
  }
}

type Written = Pick<KillReport, "acknowledged" | "lost" | "halfWritten" | "auditFaults">;

/** Holds what the ledger says against what the database says, and the database against itself. */
export async function compare(dataDir: string, ledger: Ledger): Promise<Written> {
  const noted = ledger.lines();
  return asOwner(dataDir, async ({ db, pool }) => {
    const teams = await pool.query<{ line: string }>(
      "SELECT code || ' ' || name AS line FROM bodies WHERE name LIKE 'Team ________-____-%'",
    );
    const present = new Set(teams.rows.map((row) => row.line));
    const { rows } = await pool.query<{ count: number }>(halfWritten);
    return {
      acknowledged: noted.length,
      lost: noted.filter((line) => !present.has(line)),
      halfWritten: rows[0]!.count,
      auditFaults: (await verifyAudit(db)).length,
    };
  });
}

/** A team, its one audit entry and its one form: each has the other two, or it counts here. */
const halfWritten = `
  WITH teams AS (SELECT id::text, code FROM bodies WHERE name LIKE 'Team ________-____-%'),
    entries AS (SELECT thing_id AS id, count(*) AS n FROM audit_entries WHERE action = 'add-team' GROUP BY 1),
    forms AS (SELECT result ->> 'value' AS code, count(*) AS n FROM submissions GROUP BY 1)
  SELECT count(*)::int AS count
  FROM teams FULL JOIN entries USING (id) FULL JOIN forms USING (code)
  WHERE teams.id IS NULL OR entries.n IS DISTINCT FROM 1 OR forms.n IS DISTINCT FROM 1`;
