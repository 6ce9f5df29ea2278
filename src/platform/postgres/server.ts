import { spawn } from "node:child_process";
import { chown, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { isServerProcess, readPostmaster, serverProcesses, signalAll } from "./server-processes.ts";
import {
  childEnvironment,
  hostRules,
  serverFingerprint,
  serverSettings,
  type ServerKind,
} from "./server-settings.ts";
import { claimSocketFolder, emptySocketFolder } from "./socket-folder.ts";
import { until } from "./until.ts";

/** What it takes to start the server of one cluster. */
export type ServerPlan = {
  place: ClusterHome;
  binaries: Binaries;
  kind: ServerKind;
  /** Where the server lays its log for the archive, if one is kept. */
  spool: string | undefined;
  socketDir: string;
  port: number;
};

/** A running server, ours by birth or by adoption. */
export type Server = { pid: number; isAlive: () => boolean };

const recoveryMilliseconds = 10 * 60_000;
const pauses = [0, 100, 200, 400, 800, 1600];

/** Starts the server, and tries again while what a killed one left behind is still going away. */
export async function startServer(plan: ServerPlan, signal?: AbortSignal): Promise<Server> {
  let last: unknown;
  for (const milliseconds of pauses) {
    await pause(milliseconds, undefined, { signal });
    await clearRemains(plan.place.dataPath);
    await emptySocketFolder(plan.socketDir, plan.port);
    try {
      return await launch(plan);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** Fast shutdown: sessions are ended, everything is written. Harder means follow if it takes too long. */
export async function stopServer(dataPath: string): Promise<void> {
  const alive = (): boolean => serverProcesses(dataPath).length > 0;
  if (!alive()) return;
  const postmaster = readPostmaster(dataPath);
  if (postmaster && isServerProcess(postmaster.pid, dataPath)) {
    signalAll([postmaster.pid], "SIGINT");
    if (await until(() => !alive(), 30_000)) return;
  }
  for (const signal of ["SIGQUIT", "SIGKILL"] as const) {
    signalAll(serverProcesses(dataPath), signal);
    if (await until(() => !alive(), 5_000)) return;
  }
  throw new ClusterProblem(`The database in ${dataPath} does not stop.`);
}

/**
 * Processes without their postmaster are doomed and only hold the shared memory. A postmaster.pid whose
 * server is gone stops the next one if its number has been reused or its dead process was never collected.
 */
export async function clearRemains(dataPath: string): Promise<void> {
  await stopServer(dataPath);
  await rm(path.join(dataPath, "postmaster.pid"), { force: true });
}

async function launch(plan: ServerPlan): Promise<Server> {
  const { place, binaries } = plan;
  await claimSocketFolder(plan.socketDir, place.account);
  await writeHostRules(place);
  const log = await openServerLog(place);
  const child = spawn(binaries.postgres, launchOptions(plan), {
    ...place.account,
    cwd: place.home,
    env: childEnvironment(),
    // A session of its own: Ctrl-C in the terminal is for the program, which drains before it stops us.
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  let ended = false;
  child.on("error", () => (ended = true)).on("exit", () => (ended = true));
  child.unref();
  await log.close();
  const isReady = (): boolean => {
    const postmaster = readPostmaster(place.dataPath);
    return postmaster?.pid === child.pid && postmaster?.ready === true;
  };
  await until(() => ended || isReady(), recoveryMilliseconds, 10);
  if (ended || !isReady()) throw new ClusterProblem(await whyNot(place));
  return { pid: child.pid!, isAlive: () => !ended };
}

function launchOptions(plan: ServerPlan): string[] {
  const settings = {
    ...serverSettings(plan.kind, plan.spool),
    cluster_name: serverFingerprint(plan.kind, plan.binaries.version, plan.spool),
    unix_socket_directories: plan.socketDir,
    port: String(plan.port),
    hba_file: path.join(plan.place.dataPath, "pg_hba.conf"),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", plan.place.dataPath, ...options];
}

async function writeHostRules({ dataPath, account }: ClusterHome): Promise<void> {
  const file = path.join(dataPath, "pg_hba.conf");
  if ((await readFile(file, "utf8").catch(() => "")) === hostRules) return;
  await writeFile(file, hostRules, { mode: 0o600 });
  if (account) await chown(file, account.uid, account.gid);
}

const serverLogFile = (home: string): string => path.join(home, "server.log");
const largestLog = 5_000_000;

async function openServerLog({ home, account }: ClusterHome) {
  const file = serverLogFile(home);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await rename(file, `${file}.1`);
  const handle = await open(file, "a", 0o600);
  if (account) await handle.chown(account.uid, account.gid);
  return handle;
}

async function whyNot({ home }: ClusterHome): Promise<string> {
  const lines = (await readFile(serverLogFile(home), "utf8").catch(() => "")).split("\n");
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC):/.test(line));
  const reason = fatal?.replace(/^.*\b(FATAL|PANIC): */, "");
  return `The database did not start${reason ? ` (${reason})` : ""}: see ${serverLogFile(home)}.`;
}
