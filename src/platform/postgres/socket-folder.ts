import { accessSync, constants, lstatSync } from "node:fs";
import { chmod, chown, mkdir, rm, rmdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { shortHash, type ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { codeOf } from "./failure.ts";
import { canReach, type ServerAccount } from "./server-account.ts";

/** The kernel allows 107 characters for a socket; its name and the folder's take 34. */
const longestParent = 70;

/** A short folder for the socket, ours alone: the password is the second lock on it. */
export async function makeSocketFolder(place: ClusterHome): Promise<string> {
  const name = `tl-${shortHash(place.home)}`;
  for (const parent of parents(place.account)) {
    for (const suffix of ["", "-1", "-2", "-3"]) {
      const folder = path.join(parent, `${name}${suffix}`);
      if (await claimSocketFolder(folder, place.account)) return folder;
    }
  }
  throw new ClusterProblem(
    "The database found no place for its socket: set TMPDIR to a short folder that can be written to.",
  );
}

/** Somebody else may have put something there first: then it is not for us. */
export async function claimSocketFolder(
  folder: string,
  account: ServerAccount | undefined,
): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await chmod(folder, 0o700);
    if (account) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") return false;
  }
  const found = lstatSync(folder);
  const owner = account?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
}

/**
 * The socket has a lock file with a process number too, and a dead server that was not collected yet still
 * has its number. The folder belongs to this one cluster, so once its processes are gone all in it is stale.
 */
export async function emptySocketFolder(folder: string, port: number): Promise<void> {
  for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`])
    await rm(path.join(folder, name), { force: true });
}

export async function removeSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}

function parents(account: ServerAccount | undefined): string[] {
  const own = account ? undefined : process.env["XDG_RUNTIME_DIR"];
  return [own, os.tmpdir(), "/tmp", "/var/tmp"].filter((parent): parent is string => {
    if (!parent?.startsWith("/") || parent.length > longestParent) return false;
    try {
      accessSync(parent, constants.W_OK);
      return !account || canReach(account, parent);
    } catch {
      return false;
    }
  });
}
