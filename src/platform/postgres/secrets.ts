import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Binaries } from "./binaries.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { appName, ownerName, superuserName } from "./connection-settings.ts";
import { writeDurably } from "./durable-file.ts";
import { childEnvironment } from "./server-settings.ts";

/** The passwords of the three roles, made by the program for itself; nobody types them. */
const secrets = z.object({ superuser: z.string(), owner: z.string(), app: z.string() });

export type Secrets = z.output<typeof secrets>;

const secretsFile = (home: string): string => path.join(home, "secrets.json");

export async function readSecrets(home: string): Promise<Secrets | undefined> {
  if (!existsSync(secretsFile(home))) return undefined;
  return secrets.parse(JSON.parse(await readFile(secretsFile(home), "utf8")));
}

export function makeSecrets(): Secrets {
  const secret = (): string => randomBytes(24).toString("base64url");
  return { superuser: secret(), owner: secret(), app: secret() };
}

export async function keepSecrets(place: ClusterHome, made: Secrets): Promise<void> {
  const { home, account } = place;
  await writeDurably(secretsFile(home), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, account });
}

export async function forgetSecrets(home: string): Promise<void> {
  await rm(secretsFile(home), { force: true });
}

/**
 * New passwords for data that came without any, as after a restore. The server is down: PostgreSQL's
 * single-user mode asks for no password, and whoever may read the folder may read the data anyway.
 */
export async function resetSecrets(place: ClusterHome, binaries: Binaries): Promise<Secrets> {
  const made = makeSecrets();
  const statements = [
    [superuserName, made.superuser],
    [ownerName, made.owner],
    [appName, made.app],
  ].map(([role, password]) => `ALTER ROLE ${role} PASSWORD '${password}';\n`);
  await singleUser(place, binaries, statements.join(""));
  // Kept last: if this is cut short, the next start does it all again.
  await keepSecrets(place, made);
  return made;
}

const minutesForRecovery = 10;

async function singleUser(place: ClusterHome, binaries: Binaries, statements: string): Promise<void> {
  const options = ["-c", "log_min_error_statement=panic", "-c", "password_encryption=scram-sha-256"];
  const child = spawn(binaries.postgres, ["--single", "-D", place.dataPath, ...options, superuserName], {
    ...place.account,
    cwd: place.home,
    env: childEnvironment(),
    stdio: ["pipe", "ignore", "ignore"],
    timeout: minutesForRecovery * 60_000,
  });
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(statements);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("exit", resolve));
  if (code !== 0)
    throw new ClusterProblem(`The database in ${place.home} could not be recovered (code ${String(code)}).`);
}
