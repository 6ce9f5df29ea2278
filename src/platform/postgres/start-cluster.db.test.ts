import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { killServer } from "#tests/setup/destroy-cluster.ts";
import { assertSafeServer } from "./assert-safe-server.ts";
import { serverProcesses } from "./server-processes.ts";
import { startCluster, type Cluster } from "./start-cluster.ts";
import { until } from "./until.ts";

const trial = new Trial();
const dataDir = path.join(trial.folder, "a folder with spaces", "data");
let cluster: Cluster;

const start = async (): Promise<Cluster> => {
  const started = await startCluster({ dataDir, log: silent });
  trial.dataPaths.add(started.dataPath);
  return started;
};

beforeAll(async () => {
  cluster = await start();
  await ask(cluster.owner, "create table kept (note text)");
});
afterAll(() => trial.end());

describe("a cluster", () => {
  test("listens on a short socket that is closed to everybody else", () => {
    expect(path.join(cluster.socketDir, ".s.PGSQL.5432.lock").length).toBeLessThan(100);
    expect(statSync(cluster.socketDir).mode & 0o777).toBe(0o700);
  });

  test("keeps its passwords from everybody else", () => {
    expect(statSync(path.join(path.dirname(cluster.dataPath), "secrets.json")).mode & 0o777).toBe(0o600);
    expect(statSync(cluster.dataPath).mode & 0o777).toBe(0o700);
  });

  test("lets nobody in without the password", async () => {
    await expect(ask({ ...cluster.app, password: "wrong" }, "select 1")).rejects.toThrow("password");
    await expect(ask({ ...cluster.superuser, password: "" }, "select 1")).rejects.toThrow(/password/i);
  });

  test("keeps the program's role to its own database and off everything's ownership", async () => {
    await expect(ask({ ...cluster.app, database: "postgres" }, "select 1")).rejects.toThrow("permission");
    await expect(ask(cluster.app, "create table intruder ()")).rejects.toThrow("permission denied");
    const roles = await ask(cluster.app, "select rolname from pg_roles where rolsuper and rolcanlogin");
    expect(roles).toEqual([{ rolname: "postgres" }]);
  });

  test("compares text the same way on every machine", async () => {
    const rows = await ask(
      cluster.owner,
      "select datlocprovider as provider, datlocale as locale, lower('ÉÀ') as low from pg_database where datname = current_database()",
    );
    expect(rows).toEqual([{ provider: "b", locale: "C.UTF-8", low: "éà" }]);
  });

  test("refuses a second program with one sentence", async () => {
    expect(await trial.refusal(dataDir)).toBe(
      `Another Throughline is already running on the data folder ${dataDir}.`,
    );
  });

  test("refuses a copy of the facts that is unsafe, through a real connection", async () => {
    const client = new Client(cluster.superuser);
    await client.connect();
    await assertSafeServer(client, { embedded: true });
    await client.query("set synchronous_commit = off");
    await expect(assertSafeServer(client)).rejects.toThrow("synchronous_commit is off");
    await client.end();
  });

  test("comes back by itself within 5 seconds when every process of it is killed", async () => {
    await ask(cluster.owner, "insert into kept values ('before the kill')");
    const began = performance.now();
    await killServer(cluster.dataPath);
    expect(await until(() => cluster.restarts() === 1, 5_000)).toBe(true);
    expect(await ask(cluster.owner, "select note from kept")).toEqual([{ note: "before the kill" }]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test("is stopped, and starts again with its data", async () => {
    await cluster.stop();
    expect(serverProcesses(cluster.dataPath)).toEqual([]);
    expect(existsSync(cluster.socketDir)).toBe(false);
    cluster = await start();
    expect(await ask(cluster.owner, "select note from kept")).toHaveLength(1);
  });

  test("gets new passwords when the file that holds them is lost", async () => {
    await cluster.stop();
    const file = path.join(path.dirname(cluster.dataPath), "secrets.json");
    const before = readFileSync(file, "utf8");
    rmSync(file);
    cluster = await start();
    expect(readFileSync(file, "utf8")).not.toBe(before);
    expect(await ask(cluster.owner, "select note from kept")).toHaveLength(1);
    await cluster.stop();
  });

  test("is left untouched, with a sentence, when a newer PostgreSQL wrote it", async () => {
    const version = path.join(cluster.dataPath, "PG_VERSION");
    writeFileSync(version, "99\n");
    const before = statSync(path.dirname(cluster.dataPath)).mtimeMs;
    await expect(start()).rejects.toThrow(/newer version of the program.*left untouched\.$/);
    expect(readFileSync(version, "utf8")).toBe("99\n");
    expect(statSync(path.dirname(cluster.dataPath)).mtimeMs).toBe(before);
    writeFileSync(version, "18\n");
  });
});

test("a throw-away cluster is refused wherever data matters", async () => {
  const fast = await startCluster({ dataDir: path.join(trial.folder, "fast"), log: silent, fast: true });
  trial.dataPaths.add(fast.dataPath);
  const client = new Client(fast.superuser);
  await client.connect();
  await expect(assertSafeServer(client, { embedded: true })).rejects.toThrow("fsync is off");
  await client.end();
  await fast.stop();
});
