import path from "node:path";
import { readArchiveNote } from "./archive.ts";
import { findHome } from "./cluster-home.ts";
import { databaseName, ownerName, superuserName, type ConnectionSettings } from "./connection-settings.ts";
import { readSecrets } from "./secrets.ts";
import { isServerProcess, readPostmaster } from "./server-processes.ts";
import { startCluster, type Cluster, type StartOptions } from "./start-cluster.ts";

type ReachableCluster = Pick<Cluster, "owner" | "superuser" | "dataPath">;

/** Works with the database of a data folder, beside the program that is running it or without one. */
export async function withCluster<Answer>(
  options: StartOptions,
  work: (cluster: ReachableCluster) => Promise<Answer>,
): Promise<Answer> {
  const running = await findRunning(options.dataDir);
  if (running) return work(running);
  // A command that is not told of the archive goes on with it: only a start without it ends it.
  const archiveDir = options.archiveDir ?? archiveOf(options.dataDir);
  const cluster = await startCluster({ ...options, archiveDir, goesOn: true });
  try {
    return await work(cluster);
  } finally {
    await cluster.stop();
  }
}

function archiveOf(dataDir: string): string | undefined {
  const home = findHome(path.resolve(dataDir));
  return home && readArchiveNote(home)?.within;
}

async function findRunning(folder: string): Promise<ReachableCluster | undefined> {
  const home = findHome(path.resolve(folder));
  const secrets = home && (await readSecrets(home));
  if (!home || !secrets) return undefined;
  const dataPath = path.join(home, "data");
  const found = readPostmaster(dataPath);
  if (!found?.ready || !isServerProcess(found.pid, dataPath)) return undefined;
  const base = { host: found.socketDir, port: found.port, database: databaseName };
  const role = (user: string, password: string): ConnectionSettings => ({ ...base, user, password });
  return {
    owner: role(ownerName, secrets.owner),
    superuser: role(superuserName, secrets.superuser),
    dataPath,
  };
}
