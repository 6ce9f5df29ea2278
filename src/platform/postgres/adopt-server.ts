import { superuserName, withClient } from "./connection-settings.ts";
import type { Secrets } from "./secrets.ts";
import type { Server, ServerPlan } from "./server.ts";
import { isServerProcess, readPostmaster } from "./server-processes.ts";
import { serverFingerprint } from "./server-settings.ts";
import { until } from "./until.ts";

/** A server that outlived its program, with where it listens. */
export type Orphan = { server: Server; socketDir: string; port: number };

/**
 * Takes over the server that a killed program left running, if it is ours, whole, and started as we would
 * start it today. Anything else is for startServer, which stops it cleanly first.
 */
export async function adoptServer(
  plan: Omit<ServerPlan, "socketDir" | "port">,
  secrets: Secrets,
): Promise<Orphan | undefined> {
  const { dataPath } = plan.place;
  const found = readPostmaster(dataPath);
  if (!found?.ready || !isServerProcess(found.pid, dataPath)) return undefined;
  const settings = {
    host: found.socketDir,
    port: found.port,
    user: superuserName,
    password: secrets.superuser,
    database: "postgres",
  };
  const name = await withClient(
    settings,
    async (client) =>
      (await client.query<{ name: string }>("select current_setting('cluster_name') as name")).rows[0]?.name,
    3_000,
  ).catch(() => undefined);
  if (name !== serverFingerprint(plan.kind, plan.binaries.version, plan.spool)) return undefined;
  const isAlive = (): boolean => isServerProcess(found.pid, dataPath);
  return { server: { pid: found.pid, isAlive }, socketDir: found.socketDir, port: found.port };
}

/** A server that is on its way up or down is given a moment to arrive. */
export async function settle(dataPath: string): Promise<void> {
  await until(() => {
    const found = readPostmaster(dataPath);
    return !found || found.ready || !isServerProcess(found.pid, dataPath);
  }, 5_000);
}
