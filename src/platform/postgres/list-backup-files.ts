import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./failure.ts";

/** Folders that must exist and whose content belongs to the running server alone, or is copied apart. */
const keptEmpty = new Set([
  "pg_dynshmem",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_wal",
]);

const leftOut = new Set([
  "postmaster.pid",
  "postmaster.opts",
  "backup_label",
  "backup_label.old",
  "tablespace_map",
  "tablespace_map.old",
  "current_logfiles",
]);

/** Temporary files and tables, and caches that are made again. */
const passing = /^(pgsql_tmp|pg_internal\.init)|^t\d+_\d+|\.(tmp|partial)$/;

/** What a copy of a cluster consists of, by the rules of pg_basebackup. The control file is copied apart. */
export async function listBackupFiles(dataPath: string): Promise<{ folders: string[]; files: string[] }> {
  const folders: string[] = [];
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await entries(path.join(dataPath, folder))) {
      const place = path.join(folder, entry.name);
      if (passing.test(entry.name)) continue;
      if (entry.isDirectory()) {
        folders.push(place);
        if (!keptEmpty.has(place)) await walk(place);
      } else if (entry.isFile() && !leftOut.has(place) && place !== path.join("global", "pg_control"))
        files.push(place);
    }
  };
  await walk("");
  folders.push(path.join("pg_wal", "archive_status"), path.join("pg_wal", "summaries"));
  return { folders, files };
}

/** The folder of a database that is dropped meanwhile has nothing to copy. */
const entries = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    return [];
  });
