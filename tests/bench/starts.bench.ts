import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { installBinaries } from "#platform/postgres/binaries.ts";
import { runningAsRoot, unprivilegedAccount } from "#platform/postgres/server-account.ts";
import { until } from "#platform/postgres/until.ts";
import { killServer } from "../setup/destroy-cluster.ts";
import { checkOut } from "../program/checkout.ts";
import { dataPathOf } from "../program/cluster-of.ts";
import { Trial } from "../program/trial.ts";
import type { Row } from "./row.ts";

const times = 3;

/** How long a person waits for the first page, beside what Node and PostgreSQL take for themselves, in one run. */
export async function bench(): Promise<Row[]> {
  const trial = new Trial();
  try {
    const bare = await bareStarts(trial);
    const root = checkOut(path.join(trial.folder, "checkout"));
    const start = async (
      dataDir: string,
    ): Promise<{ seconds: number; stop(): Promise<unknown>; kill(): Promise<void> }> => {
      const began = performance.now();
      const program = await trial.start({ dataDir, root });
      await (await fetch(program.url)).text();
      return { seconds: (performance.now() - began) / 1000, ...program };
    };
    const unbuilt: number[] = [];
    const first: number[] = [];
    const later: number[] = [];
    const afterKill: number[] = [];
    for (let time = 0; time < times; time += 1) {
      rmSync(path.join(root, "dist"), { recursive: true });
      const fromScratch = await start(trial.dataDir(`from scratch ${time}`));
      unbuilt.push(fromScratch.seconds);
      await fromScratch.stop();
      const dataDir = trial.dataDir(`data ${time}`);
      for (const measured of [first, later]) {
        const program = await start(dataDir);
        measured.push(program.seconds);
        await program.stop();
      }
      const killed = await start(dataDir);
      await killed.kill();
      await killServer(dataPathOf(dataDir));
      const again = await start(dataDir);
      afterKill.push(again.seconds);
      await again.stop();
    }
    const makeAndStart = {
      name: "node, initdb and a bare postgres",
      figure: bare.node + bare.initdb + bare.postgres,
    };
    const startOnly = { name: "node and a bare postgres", figure: bare.node + bare.postgres };
    return [
      row("first start after npm ci, with the build", unbuilt, makeAndStart),
      row("first start, built already", first, makeAndStart),
      row("later start", later, startOnly),
      row("start after program and database were killed", afterKill, startOnly),
    ];
  } finally {
    await trial.end();
  }
}

type Reference = Row["reference"];

function row(name: string, seconds: number[], reference: Reference): Row {
  const figure = median(seconds);
  return { name, figure, unit: "s", reference, ratio: figure / reference.figure };
}

function median(figures: number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)]!;
}

/** Seconds that Node takes to do nothing, and PostgreSQL to make an empty cluster and to start it. */
async function bareStarts(trial: Trial): Promise<{ node: number; initdb: number; postgres: number }> {
  const folder = path.join(trial.folder, "bare");
  mkdirSync(folder);
  const account = runningAsRoot() ? unprivilegedAccount() : undefined;
  if (account) chownSync(folder, account.uid, account.gid);
  const { initdb, postgres } = await installBinaries(folder);
  const data = path.join(folder, "data");
  const as = { ...account, cwd: folder };
  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  };
  const node = timed(() => spawnSync(process.execPath, ["-e", "0"]));
  const make = timed(() =>
    spawnSync(initdb, ["-D", data, "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"], as),
  );
  const began = performance.now();
  const listen = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${folder}`];
  const child = spawn(postgres, ["-D", data, ...listen], { ...as, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  if (!(await until(() => said.includes("ready to accept connections"), 20_000, 2)))
    throw new Error(`A bare postgres did not start: ${said}`);
  const serve = (performance.now() - began) / 1000;
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("exit", resolve));
  return { node, initdb: make, postgres: serve };
}
