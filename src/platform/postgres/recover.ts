import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { chown, writeFile } from "node:fs/promises";
import path from "node:path";
import { archiveFolder, logFolder } from "./archive.ts";
import { unpackPiece } from "./archived-piece.ts";
import { listPieces, unbrokenFrom, type ArchivedPiece } from "./archived-log.ts";
import { wholeAt } from "./archived-backups.ts";
import { firstSegment, type Manifest } from "./backup-manifest.ts";
import type { Binaries } from "./binaries.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { superuserName } from "./connection-settings.ts";
import { messageOf } from "./failure.ts";
import type { BackupKey } from "./seal.ts";
import { childEnvironment } from "./server-settings.ts";

/** How far a restore goes: to a moment, or to the end of what was archived. */
export type RecoveryTarget = { archiveDir: string; to: Date | "end" };

/** Before anything is copied: whether this backup and its archive can get there at all. */
export async function piecesFor(content: Manifest, target: RecoveryTarget): Promise<ArchivedPiece[]> {
  if (!content.archive)
    throw new ClusterProblem(
      "This backup was made without ARCHIVE_DIR, so there is no log to go on from: restore it as it is.",
    );
  const archive = archiveFolder(path.resolve(target.archiveDir), content.archive);
  if (target.to !== "end" && target.to < wholeAt(content))
    throw new ClusterProblem(
      `This backup was finished at ${wholeAt(content).toISOString()}, after the moment that was asked for: name an older one.`,
    );
  const pieces = unbrokenFrom(firstSegment(content), await listPieces(archive));
  if (pieces.length === 0)
    throw new ClusterProblem(`The log that follows this backup is not in ${logFolder(archive)}.`);
  return pieces.map((piece) => ({ ...piece, file: path.join(logFolder(archive), piece.file) }));
}

/** How far, and with which key each piece of the log is opened. */
export type RecoveryWay = { to: RecoveryTarget["to"]; key?: BackupKey | undefined };

const portion = 32;

/** Replays the log over a copy of a backup; the copy is then a database of its own, on a new branch of time. */
export async function recover(
  place: ClusterHome,
  binaries: Binaries,
  pieces: readonly ArchivedPiece[],
  { to, key }: RecoveryWay,
): Promise<Date | undefined> {
  await give(place, "recovery.signal", (file) => writeFile(file, "", { mode: 0o600, flush: true }));
  // Each piece takes 16 MB while it waits, so those beyond the moment come only when it is not in the others.
  const enough = to === "end" ? pieces.length : pieces.filter((piece) => piece.finishedAt <= to).length + 2;
  for (let laid = 0, next = enough; ; next += portion) {
    for (const piece of pieces.slice(laid, next)) await layOut(place, piece, key);
    laid = next;
    const { code, said } = await replay(place, binaries, to);
    if (code === 0) return lastChange(said);
    if (!said.includes("recovery ended before configured recovery target") || laid >= pieces.length)
      throw whyNot(said);
  }
}

async function layOut(place: ClusterHome, piece: ArchivedPiece, key: BackupKey | undefined): Promise<void> {
  await give(place, path.join("pg_wal", piece.segment), async (file) => {
    const unpacked = createWriteStream(file, { mode: 0o600, flush: true });
    await unpackPiece(piece.file, unpacked, key).catch((error: unknown) => {
      throw new ClusterProblem(
        `The archived log ${piece.file} is damaged and was not used (${messageOf(error)}).`,
      );
    });
  });
}

async function give(
  { dataPath, account }: ClusterHome,
  name: string,
  write: (file: string) => Promise<void>,
): Promise<void> {
  const file = path.join(dataPath, name);
  await write(file);
  if (account) await chown(file, account.uid, account.gid);
}

/**
 * Whatever is needed lies in pg_wal already, so there is nothing to fetch. The names of time zones, Z among
 * them, are not known yet when the server reads the time.
 */
const settings = (to: RecoveryTarget["to"]): Record<string, string> => ({
  restore_command: "exit 1",
  recovery_target_timeline: "current",
  recovery_target_action: "promote",
  hot_standby: "off",
  archive_mode: "off",
  shared_buffers: "256MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  ...(to !== "end" && { recovery_target_time: to.toISOString().replace("T", " ").replace("Z", "+00") }),
});

const hoursForRecovery = 6;
const keptOfLog = 20_000;

/** Alone, in single-user mode: nobody can connect to a database that is on its way. */
async function replay(
  { dataPath, home, account }: ClusterHome,
  binaries: Binaries,
  to: RecoveryTarget["to"],
): Promise<{ code: unknown; said: string }> {
  const options = Object.entries(settings(to)).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["--single", "-D", dataPath, ...options, superuserName], {
    ...account,
    cwd: home,
    env: childEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    timeout: hoursForRecovery * 3_600_000,
  });
  let said = "";
  child.stderr.on("data", (text) => (said = (said + String(text)).slice(-keptOfLog)));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { code, said };
}

function lastChange(said: string): Date | undefined {
  const [, at] = /last completed transaction was at log time (\S+ \S+)/.exec(said) ?? [];
  return at === undefined ? undefined : new Date(`${at.replace(" ", "T").replace(/\+00$/, "")}Z`);
}

function whyNot(said: string): ClusterProblem {
  const last = lastChange(said);
  if (said.includes("recovery ended before configured recovery target"))
    return new ClusterProblem(
      last
        ? `The last change in the archive is of ${last.toISOString()}, before the moment that was asked for: ask for one up to then, or for the end (--at end).`
        : "The archive holds no change after this backup: restore the backup as it is.",
    );
  const [, reason] = /\b(?:FATAL|PANIC): *(.*)/.exec(said) ?? [];
  return new ClusterProblem(`The database could not be recovered${reason ? ` (${reason})` : ""}.`);
}
