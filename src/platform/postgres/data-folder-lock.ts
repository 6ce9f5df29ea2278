import { randomBytes } from "node:crypto";
import { access, chown, constants, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ClusterProblem } from "./cluster-problem.ts";
import { messageOf } from "./failure.ts";
import { runningAsRoot } from "./server-account.ts";
import { startOfProcess } from "./server-processes.ts";

export type Lock = { release: () => Promise<void> };

/**
 * One program to a data folder. Each program lays down a claim with a name of its own *before* it looks for
 * others, so of two that start at once at least one sees the other; a program that sees a living claim takes
 * its own away. The claim of a dead program has a name that never comes back, so removing it is no race.
 */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
  const folder = path.join(dataDir, "lock");
  await makeLockFolder(dataDir, folder).catch((error: unknown) => {
    throw new ClusterProblem(`The data folder ${dataDir} cannot be written to: ${messageOf(error)}.`);
  });
  for (let attempt = 0; attempt < 6; attempt++) {
    const claim = path.join(folder, claimName());
    await writeFile(claim, "wants", { mode: 0o644 });
    const others = await livingClaims(folder, path.basename(claim));
    if (others.length === 0) {
      await writeFile(claim, "holds");
      return { release: () => rm(claim, { force: true }) };
    }
    await rm(claim, { force: true });
    if (others.some((other) => other.holds)) break;
    await pause(20 + Math.random() * 100);
  }
  throw new ClusterProblem(`Another Throughline is already running on the data folder ${dataDir}.`);
}

/** Whether a living program has the data folder. */
export async function isLocked(dataDir: string): Promise<boolean> {
  const claims = await livingClaims(path.join(dataDir, "lock"), "").catch(() => []);
  return claims.some((claim) => claim.holds);
}

async function makeLockFolder(dataDir: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  if (!runningAsRoot()) return;
  // The owner of the data folder must be able to lock it too when root has been here first.
  const { uid, gid } = await stat(dataDir);
  await chown(folder, uid, gid);
}

function claimName(): string {
  return `${process.pid}-${startOfProcess(process.pid)}-${randomBytes(4).toString("hex")}`;
}

async function livingClaims(folder: string, own: string): Promise<{ holds: boolean }[]> {
  const living: { holds: boolean }[] = [];
  for (const name of await readdir(folder)) {
    if (name === own) continue;
    const claim = path.join(folder, name);
    const [pid, started] = name.split("-");
    if (startOfProcess(Number(pid)) === started) {
      const text = await readFile(claim, "utf8").catch(() => undefined);
      if (text !== undefined) living.push({ holds: text === "holds" });
    } else await rm(claim, { force: true });
  }
  return living;
}
