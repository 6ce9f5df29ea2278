import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ClusterProblem } from "./cluster-problem.ts";

/** Whom the server runs as. PostgreSQL refuses to run as root. */
export type ServerAccount = { uid: number; gid: number };

export const runningAsRoot = (): boolean => process.getuid?.() === 0;

/** An unprivileged account that is on the machine already; nothing is added to the machine for us. */
export function unprivilegedAccount(passwd = readFileSync("/etc/passwd", "utf8")): ServerAccount {
  const accounts = new Map(passwd.split("\n").map((line) => [line.split(":")[0], line.split(":")]));
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.get(name);
    const account = { uid: Number(fields?.[2]), gid: Number(fields?.[3]) };
    if (account.uid > 0 && Number.isInteger(account.gid)) return account;
  }
  throw new ClusterProblem(
    "The database will not run as root and this computer has no account named postgres or nobody: start the program as an ordinary user.",
  );
}

/** Whether every folder on the way lets the account through. */
export function canReach(account: ServerAccount, folder: string): boolean {
  const parts = path.resolve(folder).split(path.sep).filter(Boolean);
  return parts.every((_, index) => canPass(account, `/${parts.slice(0, index + 1).join("/")}`));
}

function canPass(account: ServerAccount, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (account.uid === 0) return true;
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
