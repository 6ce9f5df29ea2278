import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { killServer } from "../setup/destroy-cluster.ts";
import type { RunningProgram } from "../setup/running-program.ts";
import { askAsSuperuser, dataPathOf } from "./cluster-of.ts";
import { compare } from "./kill-loop.ts";
import { Ledger } from "./ledger.ts";
import { runCommand } from "./run-command.ts";
import { Trial } from "./trial.ts";
import { startWriters } from "./writers.ts";

const trial = new Trial();
const dataDir = trial.dataDir("data");
const elsewhere = trial.dataDir("elsewhere");
const archiveDir = path.join(trial.folder, "an archive");
let program: RunningProgram;
const backup = path.join(trial.folder, "a backup");
/** Acknowledged before the backup began, so that it must be in it. */
let before: Ledger;

afterAll(() => trial.end());

/** What nobody was changing meanwhile, and so must be the same to the row. */
const unchanged = `
  SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM memberships) AS memberships,
    (SELECT count(*)::int FROM bodies WHERE code NOT LIKE 'TEAM-%') AS bodies,
    (SELECT md5(string_agg(m::text, '' ORDER BY m.id)) FROM memberships m) AS digest`;

beforeAll(async () => {
  program = await trial.start({ dataDir, env: { ARCHIVE_DIR: archiveDir } });
  before = new Ledger(path.join(trial.folder, "ledger before"));
  const writing = startWriters(() => program.url, 4, before);
  await pause(700);
  await writing.stop();
  const meanwhile = startWriters(
    () => program.url,
    4,
    new Ledger(path.join(trial.folder, "ledger meanwhile")),
  );
  const made = await runCommand(["backup", backup], { DATA_DIR: dataDir });
  await meanwhile.stop();
  expect(made).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Backed up [\d,]+ files \(\d+ MB\) to /),
  });
  expect(before.count).toBeGreaterThan(10);
  console.log(`drill: ${made.said}`);
});

test("R12: a backup made beside the working program is restored elsewhere, and all of it is there", async () => {
  const began = performance.now();
  const restored = await runCommand(["restore", backup], { DATA_DIR: elsewhere });
  expect(restored).toMatchObject({
    code: 0,
    said: expect.stringMatching(
      /^Restored the backup of .* every one checked\)\.\nIts audit: .* [1-9]\d* heads? kept outside, 0 faults\.$/,
    ),
  });
  const again = await trial.start({ dataDir: elsewhere });
  console.log(
    `drill: restored and started in ${Math.round(performance.now() - began)} ms, ${before.count} writes held to it`,
  );
  expect(await compare(elsewhere, before)).toMatchObject({ lost: [], halfWritten: 0, auditFaults: 0 });
  expect(await askAsSuperuser(elsewhere, unchanged)).toEqual(await askAsSuperuser(dataDir, unchanged));
  expect((await fetch(`${again.url}/bodies/AT-22-01`)).status).toBe(200);
  await again.stop();
  const verified = await runCommand(["audit:verify"], { DATA_DIR: elsewhere });
  expect(verified).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^[\d,]+ (entry|entries), [1-9]\d* heads? kept outside, 0 faults\.$/),
  });
});

test("negative control: an audit whose end was cut off after the drill is found out", async () => {
  await askAsSuperuser(
    elsewhere,
    "ALTER TABLE audit_entries DISABLE TRIGGER USER",
    `WITH last AS (SELECT chain, seq FROM audit_chains ORDER BY seq DESC LIMIT 1)
     DELETE FROM audit_entries e USING last WHERE e.chain = last.chain AND e.seq = last.seq`,
  );
  const verified = await runCommand(["audit:verify"], { DATA_DIR: elsewhere });
  expect(verified).toMatchObject({
    code: 1,
    said: expect.stringMatching(/the end of the chain is missing or changed\.[^]* [1-9] faults?\.$/),
  });
});

/** All that people have made and all that was noted of it. */
const everything = `
  SELECT (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM memberships) AS memberships,
    (SELECT md5(string_agg(b::text, '' ORDER BY b.id)) FROM bodies b) AS bodies,
    (SELECT md5(string_agg(s::text, '' ORDER BY s::text)) FROM submissions s) AS forms,
    (SELECT md5(string_agg(e::text, '' ORDER BY e.chain, e.seq)) FROM audit_entries e
       WHERE action <> 'restore-database') AS audit`;

/** Everybody writes for a while that nobody knows beforehand; afterwards it is quiet. */
async function writeForAWhile(name: string): Promise<Ledger> {
  const ledger = new Ledger(path.join(trial.folder, `ledger ${name}`));
  const writing = startWriters(() => program.url, 4, ledger);
  await pause(500 + Math.random() * 2_000);
  await writing.stop();
  return ledger;
}

test("R12, A6: killed and lost with its disk, it is restored from the archive to a second, to the row", async () => {
  const until = await writeForAWhile("until");
  const then = await askAsSuperuser(dataDir, everything);
  const moment = new Date();
  await pause(1_000);
  const after = await writeForAWhile("after");
  const [last] = await askAsSuperuser<{ piece: string }>(
    dataDir,
    "SELECT pg_walfile_name(pg_switch_wal()) AS piece",
  );
  const log = path.join(archiveDir, readdirSync(archiveDir)[0]!, "log");
  await expect
    .poll(() => readdirSync(log).find((name) => name.startsWith(last!.piece)), { timeout: 30_000 })
    .toMatch(/Z\.gz$/);
  await program.kill();
  await killServer(dataPathOf(dataDir));

  const back = trial.dataDir("back");
  const env = { DATA_DIR: back, ARCHIVE_DIR: archiveDir };
  const began = performance.now();
  const restored = await runCommand(["restore", "--at", moment.toISOString()], env);
  console.log(`drill: ${restored.said}\n(${Math.round(performance.now() - began)} ms)`);
  expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/Went on to .* 0 faults\.$/s) });
  expect(await askAsSuperuser(back, everything)).toEqual(then);
  expect(await compare(back, until)).toMatchObject({ lost: [], halfWritten: 0, auditFaults: 0 });
  expect((await compare(back, after)).lost).toHaveLength(after.count);
  const noted = await askAsSuperuser(
    back,
    "SELECT detail ->> 'to' AS to FROM audit_entries WHERE action = 'restore-database'",
  );
  expect(noted).toEqual([{ to: moment.toISOString() }]);

  rmSync(path.join(log, readdirSync(log).toSorted().at(-1)!));
  const gap = await runCommand(["restore", "--at", moment.toISOString()], {
    ...env,
    DATA_DIR: trial.dataDir("gap"),
  });
  expect(gap).toMatchObject({ code: 1, said: expect.stringMatching(/^The (last change in|log|archive)/) });
});

test("a backup with one wrong byte is refused, naming the file, and nothing is begun", async () => {
  const files = readdirSync(path.join(backup, "data", "base"), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  const largest = files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((one, other) => statSync(other).size - statSync(one).size)[0]!;
  const bytes = readFileSync(largest);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(largest, bytes);
  const refused = trial.dataDir("refused");
  expect(await runCommand(["restore", backup], { DATA_DIR: refused })).toEqual({
    code: 1,
    said: `The backup in ${backup} is damaged and was not used: ${path.relative(path.join(backup, "data"), largest)} is not what was backed up.`,
  });
  expect(readdirSync(trial.folder)).not.toContain("refused");
});
