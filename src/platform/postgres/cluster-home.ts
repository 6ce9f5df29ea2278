import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { chmod, chown, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ClusterProblem } from "./cluster-problem.ts";
import { writeDurably } from "./durable-file.ts";
import { canReach, runningAsRoot, unprivilegedAccount, type ServerAccount } from "./server-account.ts";

/** Where the cluster of a data folder lives, and as whom its server runs. */
export type ClusterHome = {
  home: string;
  dataPath: string;
  /** Nothing when the server runs as whoever runs the program. */
  account: ServerAccount | undefined;
};

/** cluster.json in the data folder: it says where the cluster is when it cannot be in the data folder itself. */
const pointer = z.object({ home: z.string(), dataDir: z.string(), filled: z.boolean() });
type Pointer = z.output<typeof pointer>;

const pointerFile = (dataDir: string): string => path.join(dataDir, "cluster.json");

/** Where the cluster already is, if there is one. Reads only: a folder that is refused stays as it was. */
export function findHome(dataDir: string): string | undefined {
  const pointer = readPointer(dataDir);
  if (!pointer) return existsSync(path.join(dataDir, "pg")) ? path.join(dataDir, "pg") : undefined;
  refuseCopy(pointer, dataDir);
  return pointer.home;
}

/** Data that should be there and is not must not be taken for a first start. */
export function refuseMissing(dataDir: string): void {
  const home = findHome(dataDir);
  if (!home || hasData(home)) return;
  if (readPointer(dataDir)?.filled)
    throw new ClusterProblem(
      `The database of ${dataDir} should be in ${home} and is not there: bring it back, restore a backup, or remove ${pointerFile(dataDir)} to begin with an empty one.`,
    );
  if (existsSync(restoringFile(home)))
    throw new ClusterProblem(
      `A restore into ${dataDir} was cut short: run it again, or bring back the data that it moved aside in ${home}.`,
    );
}

/** Marks the moment in a restore when the old data is no longer there and the new data is not there yet. */
export const restoringFile = (home: string): string => path.join(home, "restoring");

export const hasData = (home: string): boolean => existsSync(path.join(home, "data", "PG_VERSION"));

/** A folder written by another PostgreSQL is left exactly as it is. */
export function refuseOtherVersion(home: string, major: number): void {
  const file = path.join(home, "data", "PG_VERSION");
  if (!existsSync(file)) return;
  const theirs = readFileSync(file, "utf8").trim();
  if (theirs === String(major)) return;
  const kind = Number(theirs) > major ? "a newer" : "an older";
  throw new ClusterProblem(
    `The database in ${home} was written by ${kind} version of the program (PostgreSQL ${theirs}, and this one has ${major}): it has been left untouched.`,
  );
}

/** Only root and its owner can run a cluster. */
export function refuseForeign(home: string): void {
  const owner = statSync(home, { throwIfNoEntry: false })?.uid;
  if (runningAsRoot() || owner === undefined || owner === process.getuid?.()) return;
  throw new ClusterProblem(
    `The database in ${home} belongs to account number ${owner}: start the program as that account or as root.`,
  );
}

/** Finds or makes the home. Whoever calls this holds the lock of the data folder. */
export async function prepareHome(dataDir: string): Promise<ClusterHome> {
  const home = findHome(dataDir) ?? (await newHome(dataDir));
  refuseForeign(home);
  const account = runningAsRoot() ? await accountFor(home) : undefined;
  await mkdir(path.dirname(home), { recursive: true, mode: 0o711 });
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (account) await chown(home, account.uid, account.gid);
  if (account) refuseUnreachable(home, account);
  return { home, dataPath: path.join(home, "data"), account };
}

/** Once there is data, a pointer to an empty place means that the data has gone, not that there was none yet. */
export async function markFilled(dataDir: string): Promise<void> {
  const pointer = readPointer(dataDir);
  if (pointer && !pointer.filled) await writePointer({ ...pointer, filled: true });
}

function readPointer(dataDir: string): Pointer | undefined {
  const file = pointerFile(dataDir);
  return existsSync(file) ? pointer.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

const writePointer = (pointer: Pointer): Promise<void> =>
  writeDurably(pointerFile(pointer.dataDir), `${JSON.stringify(pointer, null, 2)}\n`, { mode: 0o644 });

function refuseCopy(pointer: Pointer, dataDir: string): void {
  const here = realpathSync(dataDir);
  if (pointer.dataDir === here || readPointer(pointer.dataDir)?.home !== pointer.home) return;
  throw new ClusterProblem(
    `The data folder ${here} is a copy of ${pointer.dataDir}, and the two would share one database: use npm run backup and npm run restore to copy the data.`,
  );
}

async function newHome(dataDir: string): Promise<string> {
  if (!runningAsRoot() || canReach(unprivilegedAccount(), realpathSync(dataDir)))
    return path.join(dataDir, "pg");
  const real = realpathSync(dataDir);
  const home = path.join(await reachableRoot(), `${shortHash(real)}-${randomBytes(4).toString("hex")}`);
  await writePointer({ home, dataDir: real, filled: false });
  return home;
}

/** A lasting place that an unprivileged account can pass through. Not /tmp: that is emptied at a restart. */
async function reachableRoot(): Promise<string> {
  for (const parent of ["/var/lib", "/var/tmp"]) {
    const root = path.join(parent, "throughline");
    const made = await mkdir(root, { recursive: true }).then(
      () => true,
      () => false,
    );
    if (!made || (await stat(root)).uid !== 0 || !isWritable(root)) continue;
    await chmod(root, 0o711);
    if (canReach(unprivilegedAccount(), root)) return root;
  }
  throw new ClusterProblem(
    "The database will not run as root and there is no place for it outside this closed folder: set DATA_DIR to a folder that every account can pass through.",
  );
}

export const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Data that is there already keeps its owner, whoever starts the program. */
async function accountFor(home: string): Promise<ServerAccount> {
  const data = await stat(path.join(home, "data")).catch(() => undefined);
  return data && data.uid !== 0 ? { uid: data.uid, gid: data.gid } : unprivilegedAccount();
}

function refuseUnreachable(home: string, account: ServerAccount): void {
  if (canReach(account, home)) return;
  throw new ClusterProblem(
    `The database in ${home} belongs to account number ${account.uid}, which cannot get there: make each folder above it passable (chmod o+x).`,
  );
}
