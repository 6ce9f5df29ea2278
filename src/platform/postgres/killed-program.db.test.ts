import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { killServer } from "#tests/setup/destroy-cluster.ts";
import { serverProcesses, startOfProcess } from "./server-processes.ts";
import { startCluster, type Cluster } from "./start-cluster.ts";

const trial = new Trial();
const dataDir = path.join(trial.folder, "data");
let dataPath: string;

beforeAll(async () => {
  const program = await trial.program(dataDir);
  dataPath = program.dataPath;
  await ask(program.owner, "create table kept (note text)");
  await ask(program.owner, "insert into kept values ('acknowledged')");
  program.process.kill("SIGKILL");
  await once(program.process, "exit");
});
afterAll(() => trial.end());

const startAndCheck = async (): Promise<Cluster> => {
  const began = performance.now();
  const cluster = await startCluster({ dataDir, log: silent });
  expect(await ask(cluster.owner, "select note from kept")).toEqual([{ note: "acknowledged" }]);
  expect(performance.now() - began).toBeLessThan(5_000);
  return cluster;
};

/** A process that never collects its dead child, whose number stays taken. */
const withZombie = async (work: (pid: number) => Promise<void>): Promise<void> => {
  const { uid, gid } = statSync(dataPath);
  const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 20"], { uid, gid, cwd: "/" });
  const said = await once(parent.stdout, "data");
  await work(Number(String(said[0])));
  parent.kill("SIGKILL");
};

const writeStale = (pid: number): void => {
  const file = path.join(dataPath, "postmaster.pid");
  writeFileSync(file, `${pid}\n${dataPath}\n1700000000\n5432\n/tmp/gone\n\n  1234567         0\nready   \n`);
  const { uid, gid } = statSync(dataPath);
  chownSync(file, uid, gid);
};

test("the server that a killed program left is adopted, and watched as one of our own", async () => {
  expect(serverProcesses(dataPath).length).toBeGreaterThan(0);
  const cluster = await startAndCheck();
  expect(cluster.adopted).toBe(true);
  await killServer(dataPath);
  await expect.poll(() => cluster.restarts(), { timeout: 5_000 }).toBe(1);
  await cluster.stop();
  expect(serverProcesses(dataPath)).toEqual([]);
});

test("a server started with other settings is not adopted but started anew", async () => {
  const program = await trial.program(dataDir);
  program.process.kill("SIGKILL");
  await once(program.process, "exit");
  const cluster = await startCluster({ dataDir, log: silent, fast: true });
  expect(cluster.adopted).toBe(false);
  expect(await ask(cluster.superuser, "show fsync")).toEqual([{ fsync: "off" }]);
  await cluster.stop();
});

test("program and server killed together leave a stale postmaster.pid that stops nobody", async () => {
  const program = await trial.program(dataDir);
  program.process.kill("SIGKILL");
  await once(program.process, "exit");
  await killServer(dataPath);
  expect(readFileSync(path.join(dataPath, "postmaster.pid"), "utf8")).not.toBe("");
  const cluster = await startAndCheck();
  expect(cluster.adopted).toBe(false);
  await cluster.stop();
});

test("a postmaster.pid whose number another process has now stops nobody, and harms nobody", async () => {
  const { uid, gid } = statSync(dataPath);
  const other = spawn("sleep", ["20"], { uid, gid, cwd: "/" });
  writeStale(other.pid!);
  await (await startAndCheck()).stop();
  expect(startOfProcess(other.pid!)).toBeDefined();
  other.kill("SIGKILL");
});

test("a postmaster.pid whose process is dead and not collected stops nobody", async () => {
  await withZombie(async (pid) => {
    await expect.poll(() => startOfProcess(pid)).toBeUndefined();
    writeStale(pid);
    await (await startAndCheck()).stop();
  });
});

test("Ctrl-C in the terminal reaches the program and not its database", async () => {
  const program = await trial.program(dataDir);
  const group = readFileSync(`/proc/${program.process.pid}/stat`, "utf8").split(") ")[1]!.split(" ")[2];
  for (const pid of serverProcesses(dataPath))
    expect(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[2]).not.toBe(group);
  program.process.kill("SIGTERM");
  await once(program.process, "exit");
  expect(serverProcesses(dataPath)).toEqual([]);
});
