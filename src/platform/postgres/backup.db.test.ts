import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { backup } from "./backup.ts";
import { withClient } from "./connection-settings.ts";
import { restore } from "./restore.ts";
import { startCluster, type Cluster } from "./start-cluster.ts";
import { withCluster } from "./with-cluster.ts";

const trial = new Trial();
const dataDir = path.join(trial.folder, "data");
const copy = path.join(trial.folder, "a backup");
const at = new Date("2026-11-20T09:00:00Z");
let cluster: Cluster;

const start = async (folder: string): Promise<Cluster> => {
  const started = await startCluster({ dataDir: folder, log: silent });
  trial.dataPaths.add(started.dataPath);
  return started;
};

const summary = `select count(*)::int as rows, min(number)::int as first, max(number)::int as last,
  md5(string_agg(md5(text), '' order by number)) as digest from line where number <= `;

beforeAll(async () => {
  cluster = await start(dataDir);
  await ask(cluster.owner, "create table line (number int primary key, text text)");
  await addLines(cluster, 1, 5_000);
});
afterAll(() => trial.end());

async function addLines({ owner }: Cluster, from: number, to: number): Promise<void> {
  await ask(
    owner,
    `insert into line select n, repeat(md5(n::text), 10) from generate_series(${from}, ${to}) n`,
  );
}

/** Writes on, a line a transaction, and tells the last one that was acknowledged. */
function keepWriting({ owner }: Cluster): { acknowledged: () => number; end: () => Promise<void> } {
  let last = 5_000;
  const ending = new AbortController();
  const writing = withClient(owner, async (client) => {
    while (!ending.signal.aborted) {
      await client.query("insert into line values ($1::int, repeat(md5(($1::int)::text), 10))", [last + 1]);
      last++;
    }
  });
  const end = (): Promise<void> => {
    ending.abort();
    return writing;
  };
  return { acknowledged: () => last, end };
}

describe("the drill", () => {
  test("a backup made while a writer goes on restores to every line acknowledged before it", async () => {
    const writer = keepWriting(cluster);
    await expect.poll(() => writer.acknowledged()).toBeGreaterThan(5_100);
    const before = writer.acknowledged();
    const done = await withCluster({ dataDir, log: silent }, (running) =>
      backup({ cluster: running, to: copy, at }),
    );
    expect(writer.acknowledged()).toBeGreaterThan(before);
    await writer.end();
    expect(done.files).toBeGreaterThan(900);

    const elsewhere = path.join(trial.folder, "restored");
    expect((await restore({ from: copy, dataDir: elsewhere, at })).backupAt).toBe(at.toISOString());
    const restored = await start(elsewhere);
    const [all] = await ask<{ rows: number; last: number }>(restored.owner, `${summary} 1e9`);
    expect(all!.last).toBeGreaterThanOrEqual(before);
    expect(all!.rows).toBe(all!.last);
    expect(await ask(restored.owner, `${summary} ${all!.last}`)).toEqual(
      await ask(cluster.owner, `${summary} ${all!.last}`),
    );
    expect(await ask(restored.app, "select 1 as one")).toEqual([{ one: 1 }]);
    await restored.stop();
  });

  test("a backup is closed to everybody else and does not hold the passwords", () => {
    expect(statSync(copy).mode & 0o777).toBe(0o700);
    expect(readdirSync(copy).sort()).toEqual(["data", "manifest.json", "manifest.sha256"]);
  });
});

describe("a damaged backup is refused, the file is named, and nothing is touched:", () => {
  const refused = async (reason: string): Promise<void> => {
    const untouched = path.join(trial.folder, "untouched");
    await expect(restore({ from: copy, dataDir: untouched, at })).rejects.toThrow(reason);
    expect(existsSync(untouched)).toBe(false);
  };
  const flip = (file: string): (() => void) => {
    const place = path.join(copy, file);
    const good = readFileSync(place);
    const bad = Buffer.from(good);
    bad[bad.length >> 1]! ^= 1;
    writeFileSync(place, bad);
    return () => writeFileSync(place, good);
  };

  const walSegment = (): string =>
    readdirSync(path.join(copy, "data", "pg_wal")).find((name) => /^[0-9A-F]{24}$/.test(name))!;

  test.each([
    ["a table", () => "global/1262"],
    ["the control file", () => "global/pg_control"],
    ["the label", () => "backup_label"],
    ["the log", () => `pg_wal/${walSegment()}`],
  ])("one bit of %s", async (_, name) => {
    const mend = flip(path.join("data", name()));
    await refused(`is damaged and was not used: ${name()} is not what was backed up.`);
    mend();
  });

  test.each(["manifest.json", "manifest.sha256"])("one bit of %s", async (name) => {
    const mend = flip(name);
    await refused("manifest.json is not what was backed up");
    mend();
  });

  test("a missing file", async () => {
    const place = path.join(copy, "data", "PG_VERSION");
    const good = readFileSync(place);
    rmSync(place);
    await refused("PG_VERSION is missing");
    writeFileSync(place, good);
  });

  test("a backup that was cut short", async () => {
    const place = path.join(copy, "manifest.json");
    const good = readFileSync(place);
    rmSync(place);
    await refused("There is no whole backup in");
    writeFileSync(place, good);
  });
});

describe("nothing is overwritten unasked:", () => {
  test("a backup does not go into a folder that holds something", async () => {
    await expect(backup({ cluster, to: copy, at })).rejects.toThrow("is not empty");
    expect(existsSync(path.join(copy, "manifest.json"))).toBe(true);
  });

  test("a restore does not go under a running program", async () => {
    await expect(restore({ from: copy, dataDir, at, replace: true })).rejects.toThrow("already running");
  });

  test("a restore replaces a database only when told, and moves the old one aside", async () => {
    await cluster.stop();
    await expect(restore({ from: copy, dataDir, at })).rejects.toThrow("already holds a database");
    const { movedTo } = await restore({ from: copy, dataDir, at, replace: true });
    expect(existsSync(path.join(movedTo!, "PG_VERSION"))).toBe(true);
    cluster = await start(dataDir);
    expect(await ask(cluster.owner, `${summary} 5000`)).toMatchObject([{ rows: 5_000 }]);
    await cluster.stop();
  });

  test("a restore that was cut short is not taken for a first start", async () => {
    const elsewhere = path.join(trial.folder, "cut short");
    mkdirSync(path.join(elsewhere, "pg"), { recursive: true });
    writeFileSync(path.join(elsewhere, "pg", "restoring"), "");
    await expect(start(elsewhere)).rejects.toThrow("was cut short");
  });
});

test("a stopped cluster is backed up too", async () => {
  const to = path.join(trial.folder, "cold backup");
  await withCluster({ dataDir, log: silent }, (running) => backup({ cluster: running, to, at }));
  expect(existsSync(path.join(to, "manifest.json"))).toBe(true);
});
