import { execFile } from "node:child_process";
import { chown, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { escapeLiteral, type Client } from "pg";
import type { Binaries } from "./binaries.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import {
  appName,
  databaseName,
  ownerName,
  superuserName,
  withClient,
  type ConnectionSettings,
} from "./connection-settings.ts";
import { syncFolder } from "./durable-file.ts";
import { messageOf, stderrOf } from "./failure.ts";
import { keepSecrets, makeSecrets, type Secrets } from "./secrets.ts";
import { childEnvironment, type ServerKind } from "./server-settings.ts";

/** Makes the data. It appears under its name only when it is whole, so a start that is cut short leaves none. */
export async function initialise(place: ClusterHome, binaries: Binaries, kind: ServerKind): Promise<Secrets> {
  const partial = `${place.dataPath}.partial`;
  await rm(partial, { recursive: true, force: true });
  const secrets = makeSecrets();
  const passwordFile = path.join(place.home, "password.partial");
  await writeFile(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  try {
    await runInitdb(place, binaries, [...initdbOptions(partial, passwordFile), ...speed(kind)]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await keepSecrets(place, secrets);
  await rename(partial, place.dataPath);
  await syncFolder(place.home);
  return secrets;
}

const initdbOptions = (dataPath: string, passwordFile: string): string[] => [
  `--pgdata=${dataPath}`,
  `--username=${superuserName}`,
  `--pwfile=${passwordFile}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C.UTF-8",
  // Sorting that no upgrade of the operating system can change under an index.
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--no-instructions",
];

const speed = (kind: ServerKind): string[] => (kind === "throwaway" ? ["--no-sync"] : []);

async function runInitdb(place: ClusterHome, binaries: Binaries, options: string[]): Promise<void> {
  try {
    await promisify(execFile)(binaries.initdb, options, {
      ...place.account,
      cwd: place.home,
      env: childEnvironment(),
      timeout: 120_000,
    });
  } catch (error) {
    const [, nameless] = /could not look up effective user ID (\d+)/.exec(stderrOf(error)) ?? [];
    if (nameless) throw withoutName(nameless);
    throw new ClusterProblem(`The database could not be made in ${place.home}: ${reason(error)}`, {
      cause: error,
    });
  }
}

/** As in a container that is started under a number of its own. */
const withoutName = (uid: string): ClusterProblem =>
  new ClusterProblem(
    `PostgreSQL runs only as a user with a name, and the number ${uid} has none on this computer: add a line for it to /etc/passwd, or start the program as another user.`,
  );

function reason(error: unknown): string {
  const said = stderrOf(error)
    .split("\n")
    .find((line) => /^initdb: (error: |could not)/.test(line));
  return said?.replace(/^initdb: (error: )?/, "") ?? messageOf(error).split("\n")[0]!;
}

/** The two roles and the database; can be repeated, so a start that was cut short is completed by the next. */
export async function completeCluster(superuser: ConnectionSettings, secrets: Secrets): Promise<void> {
  await withClient(superuser, async (client) => {
    const found = await client.query<{ name: string }>(
      "select rolname::text as name from pg_roles union all select datname::text from pg_database",
    );
    const names = new Set(found.rows.map((row) => row.name));
    if (!names.has(ownerName)) await createRole(client, ownerName, secrets.owner);
    if (!names.has(appName)) await createRole(client, appName, secrets.app);
    // The owner may act as the program, as it may where one address serves both.
    if (!names.has(databaseName)) {
      await client.query(`grant ${appName} to ${ownerName}`);
      await createDatabase(client);
    }
  });
}

async function createRole(client: Client, role: string, password: string): Promise<void> {
  await client.query(`create role ${role} login password ${escapeLiteral(password)}`);
}

/** It too appears under its name only when it is whole: nobody else's to connect to. */
async function createDatabase(client: Client): Promise<void> {
  const partial = `${databaseName}_partial`;
  await client.query(`drop database if exists ${partial}`);
  await client.query(`create database ${partial} owner ${ownerName}`);
  for (const name of ["postgres", "template1", partial])
    await client.query(`revoke connect, temporary on database ${name} from public`);
  await client.query(`grant connect on database ${partial} to ${appName}`);
  await client.query(`alter database ${partial} rename to ${databaseName}`);
}
