import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { folderForBackup, wholeBackups } from "./archived-backups.ts";
import { listPieces } from "./archived-log.ts";
import { backup } from "./backup.ts";
import { restore } from "./restore.ts";
import { readBackupKey, type BackupKey } from "./seal.ts";
import { startCluster, type Cluster, type StartOptions } from "./start-cluster.ts";
import { withCluster } from "./with-cluster.ts";

const trial = new Trial();
const archiveDir = path.join(trial.folder, "an archive");
const dataDir = path.join(trial.folder, "data");
const at = new Date("2026-11-20T09:00:00Z");
let archive: string;
let sealed: string;
let plain: string;

const keyOf = (byte: number): BackupKey => {
  const file = path.join(trial.folder, `key ${byte}`);
  writeFileSync(file, `${Buffer.alloc(32, byte).toString("base64")}\n`);
  return readBackupKey(file);
};
const key = keyOf(1);
const other = keyOf(2);

const start = async (folder: string, options: Partial<StartOptions> = {}): Promise<Cluster> => {
  const started = await startCluster({ dataDir: folder, log: silent, ...options });
  trial.dataPaths.add(started.dataPath);
  return started;
};
const note = (cluster: Pick<Cluster, "owner">, text: string) =>
  ask(cluster.owner, `insert into line values ('${text}')`);

beforeAll(async () => {
  const cluster = await start(dataDir, { archiveDir, key });
  archive = cluster.archive!;
  await ask(cluster.owner, "create table line (text text)");
  await note(cluster, "Amara Okafor said it first");
  sealed = folderForBackup(archive, at);
  await backup({ cluster, to: sealed, at, key });
  plain = path.join(trial.folder, "a plain backup");
  await backup({ cluster, to: plain, at });
  await note(cluster, "Walter Finch said it then");
  await cluster.stop();
});
afterAll(() => trial.end());

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const isSealed = (file: string): boolean =>
  readFileSync(file).subarray(0, 20).toString("latin1") === "throughline sealed 1";

test("everything that a backup and the archive hold of the database is encrypted", () => {
  const files = [...filesIn(path.join(sealed, "data")), ...filesIn(path.join(archive, "log"))];
  expect(files.length).toBeGreaterThan(900);
  expect(files.filter((file) => !isSealed(file))).toEqual([]);
  const holding = (folder: string) =>
    filesIn(folder).filter((file) => readFileSync(file).includes("Amara Okafor"));
  expect(holding(sealed)).toEqual([]);
  expect(holding(plain).length).toBeGreaterThan(0);
});

test("with the key, a backup and the log after it come back whole", async () => {
  const folder = path.join(trial.folder, "restored");
  await restore({ from: sealed, dataDir: folder, at, key, recover: { archiveDir, to: "end" } });
  const cluster = await start(folder);
  expect(await ask(cluster.owner, "select text from line")).toEqual([
    { text: "Amara Okafor said it first" },
    { text: "Walter Finch said it then" },
  ]);
  await cluster.stop();
});

describe("is refused, and nothing is left behind,", () => {
  const refused = async (from: string, by: BackupKey | undefined, reason: string): Promise<void> => {
    const folder = path.join(trial.folder, "refused");
    const recover = { archiveDir, to: "end" } as const;
    await expect(restore({ from, dataDir: folder, at, key: by, recover })).rejects.toThrow(reason);
    expect(existsSync(path.join(folder, "pg", "data"))).toBe(false);
  };
  const withBytes = async (file: string, change: (good: Buffer) => Buffer, work: () => Promise<void>) => {
    const good = readFileSync(file);
    writeFileSync(file, change(Buffer.from(good)));
    await work().finally(() => writeFileSync(file, good));
  };
  const flipped = (bytes: Buffer): Buffer => {
    bytes[bytes.length >> 1]! ^= 1;
    return bytes;
  };

  test("a wrong key", () => refused(sealed, other, "was encrypted with another key than the one"));
  test("no key", () => refused(sealed, undefined, "is encrypted: set BACKUP_KEY_FILE"));
  test("a backup that is not encrypted, where one is asked for that is", () =>
    refused(plain, key, "is not encrypted and BACKUP_KEY_FILE is set"));

  test.each(["PG_VERSION", "global/pg_control", "backup_label", "global/1262"])(
    "one bit of %s",
    async (name) => {
      const file = path.join(sealed, "data", name);
      await withBytes(file, flipped, () => refused(sealed, key, `${name} is not what was backed up`));
    },
  );

  test("a list of files that somebody wrote anew without the key", async () => {
    const { createHash } = await import("node:crypto");
    const list = path.join(sealed, "manifest.json");
    const text = readFileSync(list, "utf8").replace('"folders":[', '"folders":["more",');
    const digest = createHash("sha256").update(text).digest("hex");
    await withBytes(
      path.join(sealed, "manifest.sha256"),
      (good) => Buffer.from(good.toString().replace(/^[0-9a-f]+/, digest)),
      () =>
        withBytes(
          list,
          () => Buffer.from(text),
          () => refused(sealed, key, "manifest.json is not what was backed up"),
        ),
    );
  });

  test("one bit of the log, and a piece that somebody laid there in its place", async () => {
    const [piece] = (await listPieces(archive)).slice(-1);
    const file = path.join(archive, "log", piece!.file);
    const reason = `${file} is damaged and was not used`;
    await withBytes(file, flipped, () => refused(sealed, key, reason));
    await withBytes(
      file,
      () => gzipSync("a log of mine"),
      () => refused(sealed, key, reason),
    );
  });

  test("a piece under the name of another", async () => {
    const pieces = await listPieces(archive);
    const [one, two] = pieces.slice(-2).map(({ file }) => path.join(archive, "log", file));
    renameSync(two!, `${two!}.aside`);
    writeFileSync(two!, readFileSync(one!));
    await refused(sealed, key, `${two!} is damaged and was not used`);
    renameSync(`${two!}.aside`, two!);
  });
});

test("a command that does not know the key leaves the log for the next start that does", async () => {
  const before = (await listPieces(archive)).length;
  await withCluster({ dataDir, log: silent }, (cluster) => note(cluster, "by a command"));
  expect(await listPieces(archive)).toHaveLength(before);
  const cluster = await start(dataDir, { archiveDir, key });
  expect(cluster.archive).toBe(archive);
  await cluster.stop();
  const pieces = await listPieces(archive);
  expect(pieces.length).toBeGreaterThan(before);
  expect(pieces.every(({ file }) => isSealed(path.join(archive, "log", file)))).toBe(true);
});

test("with another key another archive begins, and the first stays as it is", async () => {
  const cluster = await start(dataDir, { archiveDir, key: other });
  await cluster.stop();
  expect(cluster.archive).not.toBe(archive);
  expect(await wholeBackups(archive)).toHaveLength(1);
});
