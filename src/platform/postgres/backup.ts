import { randomBytes } from "node:crypto";
import { readFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { readArchiveNote } from "./archive.ts";
import { backupData, writeManifest, type Manifest } from "./backup-manifest.ts";
import { packagedBinaries } from "./binaries.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { withClient, type ConnectionSettings } from "./connection-settings.ts";
import { digestedCopy, digestFile, eachOf, type Digest } from "./digested-copy.ts";
import { syncFolder } from "./durable-file.ts";
import { codeOf } from "./failure.ts";
import { listBackupFiles } from "./list-backup-files.ts";
import { opening, sealing, type BackupKey } from "./seal.ts";

export type BackupOptions = {
  /** The running cluster. */
  cluster: { superuser: ConnectionSettings; dataPath: string };
  /** A folder that is empty or does not exist yet. */
  to: string;
  at: Date;
  /** Encrypts the copy. */
  key?: BackupKey | undefined;
};

export type BackupDone = { files: number; bytes: number; startLsn: string; stopLsn: string };

const longestStep = 30 * 60_000;

/**
 * Copies the cluster while it is in use, by PostgreSQL's own rules: between pg_backup_start and
 * pg_backup_stop the files may change under the copy, and the write-ahead log of that time, copied last,
 * makes them whole when the copy is first started.
 */
export async function backup(options: BackupOptions): Promise<BackupDone> {
  const to = path.resolve(options.to);
  await makeEmptyFolder(to);
  try {
    const content = await withClient(
      options.cluster.superuser,
      (client) => copyCluster(client, options, to),
      longestStep,
    );
    await writeManifest(to, content, options.key);
    const { files, startLsn, stopLsn } = content;
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { files: files.length, bytes, startLsn, stopLsn };
  } catch (error) {
    await emptyFolder(to);
    throw error;
  }
}

async function copyCluster(client: Client, options: BackupOptions, to: string): Promise<Manifest> {
  const { dataPath } = options.cluster;
  await refuseTablespaces(client);
  await holdLog(client);
  const startLsn = await start(client);
  const { folders, files } = await listBackupFiles(dataPath);
  const copy = new FilesCopied(dataPath, backupData(to), options.key);
  await copy.makeFolders(folders);
  await eachOf(files, (file) => copy.add(file));
  await copy.addControlFile();
  const { stopLsn, label, endAt } = await stop(client);
  await copy.write("backup_label", label);
  await eachOf(await logSegments(client, startLsn, stopLsn), (name) => copy.addForCertain(`pg_wal/${name}`));
  for (const folder of ["", ...folders]) await syncFolder(path.join(backupData(to), folder));
  const postgres = (await packagedBinaries()).major;
  const archive = readArchiveNote(path.dirname(dataPath))?.id;
  const times = { at: options.at.toISOString(), endAt };
  const key = options.key?.id;
  return { format: 1, ...times, archive, key, postgres, startLsn, stopLsn, folders, files: copy.files };
}

/** Grows as the copy does. */
class FilesCopied {
  readonly files: Manifest["files"] = [];
  readonly from: string;
  readonly to: string;
  readonly key: BackupKey | undefined;
  constructor(from: string, to: string, key: BackupKey | undefined) {
    this.from = from;
    this.to = to;
    this.key = key;
  }

  async makeFolders(folders: string[]): Promise<void> {
    await mkdir(this.to, { mode: 0o700 });
    for (const folder of folders) await mkdir(path.join(this.to, folder), { mode: 0o700 });
  }

  /** A table that is dropped meanwhile takes its files away; the log knows. */
  async add(file: string): Promise<void> {
    try {
      await this.addForCertain(file);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      await rm(path.join(this.to, file), { force: true });
    }
  }

  async addForCertain(file: string): Promise<void> {
    const sealed = this.key && sealing(this.key, file);
    this.note(file, await digestedCopy(path.join(this.from, file), path.join(this.to, file), { sealed }));
  }

  /** The one file that the log does not repair: read until it reads the same twice. */
  async addControlFile(): Promise<void> {
    const file = path.join("global", "pg_control");
    let last = await readFile(path.join(this.from, file));
    for (;;) {
      await pause(5);
      const again = await readFile(path.join(this.from, file));
      if (again.equals(last)) return this.write(file, again);
      last = again;
    }
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    const target = path.join(this.to, file);
    const sealed = this.key && sealing(this.key, file);
    const bytes = sealed ? Buffer.concat([sealed.each(Buffer.from(content)), sealed.end()]) : content;
    await writeFile(target, bytes, { mode: 0o600, flush: true });
    this.note(file, await digestFile(target, { opened: this.key && opening(this.key, file) }));
  }

  private note(file: string, digest: Digest): void {
    this.files.push({ path: file, ...digest });
  }
}

async function refuseTablespaces(client: Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_tablespace where spcname !~ '^pg_'");
  if (rowCount)
    throw new ClusterProblem("A database with tablespaces of its own cannot be backed up this way.");
}

/** Keeps the log of the whole backup from being recycled; goes away with the session. */
async function holdLog(client: Client): Promise<void> {
  const name = `throughline_backup_${randomBytes(6).toString("hex")}`;
  await client.query("select pg_create_physical_replication_slot($1, true, true)", [name]);
}

async function start(client: Client): Promise<string> {
  const { rows } = await client.query<{ lsn: string }>(
    "select pg_backup_start('throughline', fast => true)::text as lsn",
  );
  return rows[0]!.lsn;
}

async function stop(client: Client): Promise<{ stopLsn: string; label: string; endAt: string }> {
  const { rows } = await client.query<{ stopLsn: string; label: string; endAt: Date }>(
    `select lsn::text as "stopLsn", labelfile as label, clock_timestamp() as "endAt"
     from pg_backup_stop(wait_for_archive => false)`,
  );
  const { endAt, ...stopped } = rows[0]!;
  return { ...stopped, endAt: endAt.toISOString() };
}

async function logSegments(client: Client, startLsn: string, stopLsn: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with size as (select setting::numeric as bytes from pg_settings where name = 'wal_segment_size')
     select distinct name
     from size, generate_series(0, ceil(pg_wal_lsn_diff($2, $1) / bytes)) as step,
          pg_walfile_name($1::pg_lsn + step * bytes) as name
     where name <= pg_walfile_name($2)
     order by name`,
    [startLsn, stopLsn],
  );
  return rows.map((row) => row.name);
}

async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new ClusterProblem(`The folder ${folder} is not empty: name a new one for the backup.`);
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    await rm(path.join(folder, name), { recursive: true, force: true });
}
