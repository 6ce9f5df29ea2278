import { rm } from "node:fs/promises";
import path from "node:path";
import { readPostmaster, serverProcesses, signalAll } from "#platform/postgres/server-processes.ts";
import { stopServer } from "#platform/postgres/server.ts";
import { until } from "#platform/postgres/until.ts";

/** As the power goes: no process gets to say goodbye. */
export async function killServer(dataPath: string): Promise<void> {
  signalAll(serverProcesses(dataPath), "SIGKILL");
  await until(() => serverProcesses(dataPath).length === 0, 5_000);
}

/** The end of a throw-away cluster, running or not, with its socket's folder. */
export async function destroyCluster(dataPath: string): Promise<void> {
  const socketDir = readPostmaster(dataPath)?.socketDir;
  // Not killed: a server that ends by itself gives back its shared memory.
  await stopServer(dataPath);
  if (socketDir && /^tl-[0-9a-f]{12}/.test(path.basename(socketDir)))
    await rm(socketDir, { recursive: true, force: true });
  await rm(path.dirname(dataPath), { recursive: true, force: true, maxRetries: 3 });
}
