import path from "node:path";
import type { Keeping } from "../keeping.ts";
import type { Log } from "../log.ts";
import { adoptServer, settle } from "./adopt-server.ts";
import { forgetArchive, openArchive } from "./archive.ts";
import { assertSafeServer } from "./assert-safe-server.ts";
import { installBinaries, packagedBinaries } from "./binaries.ts";
import {
  findHome,
  hasData,
  markFilled,
  prepareHome,
  refuseForeign,
  refuseMissing,
  refuseOtherVersion,
} from "./cluster-home.ts";
import {
  appName,
  databaseName,
  ownerName,
  superuserName,
  withClient,
  type ConnectionSettings,
} from "./connection-settings.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { completeCluster, initialise } from "./initialise.ts";
import { keepArchive } from "./keep-archive.ts";
import type { BackupKey } from "./seal.ts";
import { readSecrets, resetSecrets, type Secrets } from "./secrets.ts";
import { clearRemains, startServer, stopServer, type Server, type ServerPlan } from "./server.ts";
import { makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";
import { supervise } from "./supervise.ts";

export type StartOptions = {
  dataDir: string;
  log: Log;
  /** Only names the socket: nothing listens on the network. */
  port?: number;
  /** Keep the log in here, and go on with the archive that is there. Without it none is kept. */
  archiveDir?: string | undefined;
  /** Encrypts what is kept there. */
  key?: BackupKey | undefined;
  /** Only a while, on the way of somebody who need not know of the archive or of its key. */
  goesOn?: boolean;
  /** Is told how keeping that archive goes. */
  keeping?: Keeping | undefined;
  /** For throw-away test clusters only: fast, and everything is lost at a power cut. */
  fast?: boolean;
};

/** The running embedded database. */
export type Cluster = {
  /** Owns the database and its tables: for migrations. Not a superuser. */
  owner: ConnectionSettings;
  /** Owns nothing: for the program at work. */
  app: ConnectionSettings;
  /** For backups and the creation of test databases. */
  superuser: ConnectionSettings;
  socketDir: string;
  /** The folder of PostgreSQL's files. */
  dataPath: string;
  /** The folder of this cluster's own archive, if one is kept. */
  archive: string | undefined;
  /** With which that archive is encrypted, its backups too, for as long as this runs. */
  key: BackupKey | undefined;
  /** Whether the server was already running, left by a program that was killed. */
  adopted: boolean;
  /** How often the server had to be started again since. */
  restarts: () => number;
  stop: () => Promise<void>;
};

export async function startCluster(options: StartOptions): Promise<Cluster> {
  const dataDir = path.resolve(options.dataDir);
  const found = findHome(dataDir);
  if (found) refuseForeign(found);
  if (found) refuseOtherVersion(found, (await packagedBinaries()).major);
  const lock = await lockDataFolder(dataDir);
  try {
    const cluster = await start(dataDir, options);
    return { ...cluster, stop: () => cluster.stop().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function start(dataDir: string, options: StartOptions): Promise<Cluster> {
  const kind = options.fast ? "throwaway" : "lasting";
  refuseMissing(dataDir);
  const place = await prepareHome(dataDir);
  const { archiveDir } = options;
  const archive = archiveDir ? await openArchive(place, { folder: archiveDir, ...options }) : undefined;
  if (!archive) await forgetArchive(place.home);
  const basis = { place, binaries: await installBinaries(place.home), kind, spool: archive?.spool } as const;
  const secrets = await prepareData(basis);
  await markFilled(dataDir);
  const { plan, server, adopted } = await adoptOrStart(basis, secrets, options.port ?? 5432);
  const settings = connections(plan, secrets);
  try {
    await completeCluster({ ...settings.superuser, database: "postgres" }, secrets);
    if (kind === "lasting")
      await withClient(settings.superuser, (client) => assertSafeServer(client, { embedded: true }));
  } catch (error) {
    await stopServer(place.dataPath);
    throw error;
  }
  const supervisor = supervise(plan, server, options.log);
  const isKept = archive !== undefined && !archive.isLeft;
  const keeper = isKept ? keepArchive({ archive, dataPath: place.dataPath, ...options }) : undefined;
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    await removeSocketFolder(plan.socketDir);
    // The server hands over the last of its log when it stops.
    await keeper?.stop();
  };
  const { socketDir } = plan;
  const { dataPath } = place;
  const kept = { archive: archive?.folder, key: archive?.key };
  const about = { socketDir, dataPath, ...kept, adopted, restarts: supervisor.restarts };
  return { ...settings, ...about, stop };
}

type Basis = Omit<ServerPlan, "socketDir" | "port">;

async function prepareData(basis: Basis): Promise<Secrets> {
  const { place, binaries, kind } = basis;
  if (!hasData(place.home)) return initialise(place, binaries, kind);
  // Once more under the lock: another program may have just made it.
  refuseOtherVersion(place.home, binaries.major);
  const secrets = await readSecrets(place.home);
  if (secrets) return secrets;
  await clearRemains(place.dataPath);
  return resetSecrets(place, binaries);
}

async function adoptOrStart(
  basis: Basis,
  secrets: Secrets,
  port: number,
): Promise<{ plan: ServerPlan; server: Server; adopted: boolean }> {
  await settle(basis.place.dataPath);
  const orphan = await adoptServer(basis, secrets);
  if (orphan) {
    const { server, ...listens } = orphan;
    return { plan: { ...basis, ...listens }, server, adopted: true };
  }
  const plan = { ...basis, socketDir: await makeSocketFolder(basis.place), port };
  return { plan, server: await startServer(plan), adopted: false };
}

function connections(
  plan: ServerPlan,
  secrets: Secrets,
): Record<"owner" | "app" | "superuser", ConnectionSettings> {
  const base = { host: plan.socketDir, port: plan.port, database: databaseName };
  return {
    owner: { ...base, user: ownerName, password: secrets.owner },
    app: { ...base, user: appName, password: secrets.app },
    superuser: { ...base, user: superuserName, password: secrets.superuser },
  };
}
