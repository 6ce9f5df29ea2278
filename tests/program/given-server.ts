import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client, type QueryResultRow } from "pg";
import { installBinaries } from "#platform/postgres/binaries.ts";
import { runningAsRoot, unprivilegedAccount, type ServerAccount } from "#platform/postgres/server-account.ts";
import { until } from "#platform/postgres/until.ts";
import { freePort } from "../setup/running-program.ts";

type Programs = { initdb: string; postgres: string; whose: string };

/** A PostgreSQL as an operator would bring it: on a port, with passwords, and an owner for our database. */
export type GivenServer = {
  whose: string;
  /** What DATABASE_URL is set to. */
  url: string;
  ask<Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
};

export async function startGivenServer(folder: string): Promise<GivenServer> {
  mkdirSync(folder, { mode: 0o755 });
  const account = runningAsRoot() ? unprivilegedAccount() : undefined;
  if (account) chownSync(folder, account.uid, account.gid);
  const programs = debianPrograms() ?? (await embeddedPrograms(folder));
  const password = randomBytes(12).toString("hex");
  const place = { folder, data: path.join(folder, "data"), account };
  initialise(programs, place, password);
  const port = await freePort();
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=`];
  const child = spawn(programs.postgres, ["-D", place.data, ...settings.flatMap((one) => ["-c", one])], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = (user: string, database: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const superuser = <Row extends QueryResultRow>(sql: string, values?: unknown[], database = "throughline") =>
    ask<Row>(address("postgres", database), sql, values);
  const isUp = (): Promise<boolean> =>
    superuser("SELECT 1", [], "postgres").then(
      () => true,
      () => false,
    );
  if (!(await until(isUp, 20_000))) throw new Error("The given server did not start.");
  await superuser(`CREATE ROLE our_owner LOGIN CREATEROLE PASSWORD '${password}'`, [], "postgres");
  await superuser("CREATE DATABASE throughline OWNER our_owner", [], "postgres");
  return {
    whose: programs.whose,
    url: address("our_owner", "throughline"),
    ask: (sql, values) => superuser(sql, values),
    stop: () => (child.kill("SIGINT"), ended),
  };
}

async function ask<Row extends QueryResultRow>(
  connectionString: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const debianRoot = "/usr/lib/postgresql";

function debianPrograms(): Programs | undefined {
  const versions = existsSync(debianRoot)
    ? readdirSync(debianRoot)
        .map(Number)
        .toSorted((a, b) => b - a)
    : [];
  const folders = versions
    .filter((version) => version >= 15)
    .map((version) => `${debianRoot}/${version}/bin`);
  const inPath = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" }).stdout.trim();
  if (inPath) folders.push(path.dirname(inPath));
  const bin = folders.find((folder) => existsSync(path.join(folder, "postgres")));
  return bin === undefined
    ? undefined
    : { initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres"), whose: bin };
}

async function embeddedPrograms(folder: string): Promise<Programs> {
  const { initdb, postgres } = await installBinaries(folder);
  return { initdb, postgres, whose: "the packaged binaries" };
}

type Place = { folder: string; data: string; account: ServerAccount | undefined };

function initialise({ initdb }: Programs, { folder, data, account }: Place, password: string): void {
  const file = path.join(folder, "password");
  writeFileSync(file, password);
  if (account) chownSync(file, account.uid, account.gid);
  const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"];
  execFileSync(initdb, ["-D", data, "-U", "postgres", `--pwfile=${file}`, ...options, "--no-sync"], {
    ...account,
    cwd: folder,
    stdio: "ignore",
  });
}
