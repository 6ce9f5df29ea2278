import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { isFailing, openKeeping } from "../keeping.ts";
import { findBackup, folderForBackup, pruneArchive, wholeBackups } from "./archived-backups.ts";
import { listPieces } from "./archived-log.ts";
import { backup } from "./backup.ts";
import { sweepSpool } from "./keep-archive.ts";
import type { RecoveryTarget } from "./recover.ts";
import { restore } from "./restore.ts";
import { startCluster, type Cluster, type StartOptions } from "./start-cluster.ts";

const trial = new Trial();
const archiveDir = path.join(trial.folder, "closed to others", "an archive");
const dataDir = path.join(trial.folder, "data");
const at = new Date("2026-11-20T09:00:00Z");
let archive: string;
let first: string;
/** Between the second and the third line. */
let moment: Date;

const start = async (folder: string, options: Partial<StartOptions> = {}): Promise<Cluster> => {
  const started = await startCluster({ dataDir: folder, log: silent, ...options });
  trial.dataPaths.add(started.dataPath);
  return started;
};
const note = (cluster: Cluster, text: string) => ask(cluster.owner, `insert into line values ('${text}')`);
const clock = async ({ owner }: Cluster): Promise<Date> =>
  (await ask<{ now: Date }>(owner, "select clock_timestamp() as now"))[0]!.now;
/** Ends a piece of the log that has something in it. */
const endPiece = ({ superuser }: Cluster) => ask(superuser, "select pg_switch_wal()");

beforeAll(async () => {
  mkdirSync(path.dirname(archiveDir), { mode: 0o700 });
  const cluster = await start(dataDir, { archiveDir });
  archive = cluster.archive!;
  await ask(cluster.owner, "create table line (text text)");
  await note(cluster, "first");
  first = folderForBackup(archive, at);
  await backup({ cluster, to: first, at });
  await note(cluster, "second");
  await endPiece(cluster);
  moment = await clock(cluster);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await note(cluster, "third");
  await cluster.stop();
});
afterAll(() => trial.end());

async function restored(from: string, to: RecoveryTarget["to"]): Promise<string[]> {
  const folder = path.join(trial.folder, `restored to ${to === "end" ? to : "a moment"}`);
  await restore({ from, dataDir: folder, at, recover: { archiveDir, to } });
  const cluster = await start(folder);
  const lines = await ask<{ text: string }>(cluster.owner, "select text from line");
  await note(cluster, "and goes on");
  await cluster.stop();
  return lines.map((line) => line.text);
}

describe("a backup and the log after it", () => {
  test("restore to a moment", async () => {
    expect(await restored(first, moment)).toEqual(["first", "second"]);
  });

  test("leave nothing in the spool", () => {
    expect(readdirSync(path.join(dataDir, "pg", "spool"))).toEqual([]);
    expect(readdirSync(path.join(archive, "log")).filter((name) => !name.endsWith("Z.gz"))).toEqual([]);
  });
});

describe("are refused, and nothing is left behind,", () => {
  const refused = (to: RecoveryTarget["to"]) => {
    const folder = path.join(trial.folder, "refused");
    return restore({ from: first, dataDir: folder, at, recover: { archiveDir, to } }).finally(() =>
      expect(existsSync(path.join(folder, "pg", "data"))).toBe(false),
    );
  };

  test("for a moment before the backup was whole", async () => {
    await expect(refused(new Date("2026-01-01T00:00:00Z"))).rejects.toThrow("name an older one");
    expect(await findBackup(archiveDir, new Date("2026-01-01T00:00:00Z"))).toBeUndefined();
    expect(await findBackup(archiveDir, moment)).toBe(first);
  });

  test("for a moment after the end of the archive, which is named", async () => {
    await expect(refused(new Date(Date.now() + 60_000))).rejects.toThrow(
      /^The last change in the archive is of 20.*Z, before the moment/,
    );
  });

  test("when one byte of the log is wrong", async () => {
    const [piece] = (await listPieces(archive)).slice(-1);
    const file = path.join(archive, "log", piece!.file);
    const good = readFileSync(file);
    const bad = Buffer.from(good);
    // Not in the long run of zeros at its end, of which some bits do not matter.
    bad[60]! ^= 1;
    writeFileSync(file, bad);
    await expect(refused("end")).rejects.toThrow(`${file} is damaged and was not used`);
    writeFileSync(file, good);
  });
});

test("what is in the archive is never overwritten", async () => {
  const [piece] = await listPieces(archive);
  const spool = path.join(trial.folder, "spool");
  mkdirSync(spool);
  writeFileSync(path.join(spool, piece!.segment), "of another database");
  const before = readFileSync(path.join(archive, "log", piece!.file));
  await expect(sweepSpool({ folder: archive, spool, key: undefined })).rejects.toThrow("was left as it is");
  expect(readFileSync(path.join(archive, "log", piece!.file))).toEqual(before);
  expect(readdirSync(spool)).toEqual([piece!.segment]);
});

test("whether the log reaches the archive is told, and what keeps it from that", async () => {
  const keeping = openKeeping(path.join(trial.folder, "kept.json"));
  const whole = await start(dataDir, { archiveDir, keeping });
  await whole.stop();
  expect(keeping.outcome("archive").lastSuccess).toBeInstanceOf(Date);
  expect(keeping.outcome("archive").lastFailure).toBeUndefined();

  const [piece] = await listPieces(archive);
  const spool = path.join(dataDir, "pg", "spool", piece!.segment);
  const faulty = await start(dataDir, { archiveDir, keeping });
  writeFileSync(spool, "of another database");
  await faulty.stop();
  rmSync(spool);
  expect(isFailing(keeping.outcome("archive"))).toBe(true);
  expect(keeping.outcome("archive").reason).toContain("was left as it is");
});

test("old backups go, and with them the log that only they need", async () => {
  const cluster = await start(dataDir, { archiveDir });
  expect(cluster.archive).toBe(archive);
  await note(cluster, "fourth");
  const later = new Date(+at + 86_400_000);
  await backup({ cluster, to: folderForBackup(archive, later), at: later });
  await cluster.stop();
  const cutShort = folderForBackup(archive, new Date(+at + 3_600_000));
  mkdirSync(path.join(cutShort, "data"), { recursive: true });
  expect(await pruneArchive(archive, 2)).toMatchObject({ backups: 0 });
  expect(existsSync(cutShort)).toBe(false);
  const pieces = (await listPieces(archive)).length;
  const pruned = await pruneArchive(archive, 1);
  expect(pruned.backups).toBe(1);
  expect(pruned.pieces).toBeGreaterThan(0);
  expect(await listPieces(archive)).toHaveLength(pieces - pruned.pieces);
  expect((await wholeBackups(archive)).map(({ folder }) => folder)).toEqual([
    folderForBackup(archive, later),
  ]);
  // To the end of what was written before the program stopped.
  expect(await restored((await findBackup(archiveDir))!, "end")).toEqual([
    "first",
    "second",
    "third",
    "fourth",
  ]);
});

test("a start without the archive ends it: the next one begins another", async () => {
  await (await start(dataDir)).stop();
  const cluster = await start(dataDir, { archiveDir });
  await cluster.stop();
  expect(cluster.archive).not.toBe(archive);
});
