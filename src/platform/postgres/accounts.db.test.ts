import { once } from "node:events";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ask, silent, Trial } from "#tests/setup/cluster-trial.ts";
import { projectRoot } from "../project-root.ts";
import { canReach, runningAsRoot, unprivilegedAccount } from "./server-account.ts";
import { startCluster } from "./start-cluster.ts";

const trial = new Trial();
afterAll(() => trial.end());

const ordinary = runningAsRoot() ? unprivilegedAccount() : undefined;
const ordinaryCanRun = !ordinary || (canReach(ordinary, projectRoot) && canReach(ordinary, process.execPath));

test.runIf(ordinaryCanRun)("an ordinary user keeps everything in the data folder", async () => {
  const home = path.join(trial.folder, "ordinary user");
  mkdirSync(home, { mode: 0o700 });
  if (ordinary) chownSync(home, ordinary.uid, ordinary.gid);
  const dataDir = path.join(home, "data");
  const program = await trial.program(dataDir, ordinary);
  expect(program.dataPath).toBe(path.join(dataDir, "pg", "data"));
  expect(await ask(program.owner, "select 1 as one")).toEqual([{ one: 1 }]);
  program.process.kill("SIGTERM");
  await once(program.process, "exit");
});

test.runIf(runningAsRoot())("root's closed folder holds a pointer, and the data survives", async () => {
  const dataDir = path.join(trial.folder, "closed", "checkout", "data");
  mkdirSync(path.join(trial.folder, "closed"), { mode: 0o700 });
  const first = await startCluster({ dataDir, log: silent });
  trial.dataPaths.add(first.dataPath);
  await ask(first.owner, "create table kept ()");
  await first.stop();
  const home = path.dirname(first.dataPath);
  expect(readFileSync(path.join(dataDir, "cluster.json"), "utf8")).toContain(home);
  expect(first.dataPath.startsWith(trial.folder)).toBe(false);
  expect(statSync(first.dataPath).uid).not.toBe(0);

  const second = await startCluster({ dataDir, log: silent });
  expect(await ask(second.owner, "select * from kept")).toEqual([]);
  await second.stop();

  const copy = path.join(trial.folder, "closed", "copy");
  cpSync(dataDir, copy, { recursive: true });
  await expect(startCluster({ dataDir: copy, log: silent })).rejects.toThrow("is a copy of");

  rmSync(home, { recursive: true });
  await expect(startCluster({ dataDir, log: silent })).rejects.toThrow("is not there");
  expect(existsSync(home)).toBe(false);
});

test.runIf(ordinary && ordinaryCanRun)("a user without a name is refused with a sentence", async () => {
  const nameless = { uid: 54_321, gid: 54_321 };
  const home = path.join(trial.folder, "nameless");
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, nameless.uid, nameless.gid);
  expect(await trial.refusal(path.join(home, "data"), nameless)).toContain(
    "the number 54321 has none on this computer: add a line for it to /etc/passwd",
  );
});

test.runIf(ordinary && ordinaryCanRun)(
  "what an account may not touch is refused with a sentence",
  async () => {
    const theirs = path.join(trial.folder, "theirs");
    mkdirSync(path.join(theirs, "pg"), { recursive: true });
    expect(await trial.refusal(theirs, ordinary)).toContain(
      "belongs to account number 0: start the program as",
    );
    expect(await trial.refusal(path.join(theirs, "none"), ordinary)).toMatch(
      /cannot be written to: EACCES.*\.$/,
    );
  },
);
