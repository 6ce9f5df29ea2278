import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What the server wrote about itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; socketDir: string; ready: boolean };

export function readPostmaster(dataPath: string): Postmaster | undefined {
  const lines = readOrNothing(path.join(dataPath, "postmaster.pid"))?.split("\n") ?? [];
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid < 2) return undefined;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDir: lines[4]?.trim() ?? "",
    ready: lines[7]?.trim() === "ready",
  };
}

/**
 * Every live process of the server of this data folder. A server works in its data folder, so the kernel
 * knows whose it is; a number in a file does not (it may be reused, or belong to a copy of the folder).
 * A zombie has no working folder and so is not counted, though a signal would still reach it.
 */
export function serverProcesses(dataPath: string): number[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isServerProcess(pid, dataPath));
}

export function isServerProcess(pid: number, dataPath: string): boolean {
  if (readOrNothing(`/proc/${pid}/comm`)?.trim() !== "postgres") return false;
  const theirs = folderIdentity(`/proc/${pid}/cwd`);
  return theirs !== undefined && theirs === folderIdentity(dataPath);
}

/** When the process started, in ticks since the computer did; nothing for a dead process or a zombie. */
export function startOfProcess(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the name in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

export function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended by itself.
    }
  }
}

function folderIdentity(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
