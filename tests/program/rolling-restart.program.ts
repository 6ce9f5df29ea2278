import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "#platform/postgres/until.ts";
import type { Browse } from "../setup/browse.ts";
import { freePort, type RunningProgram } from "../setup/running-program.ts";
import { startBalancer, type Balancer } from "./balancer.ts";
import { startGivenServer, type GivenServer } from "./given-server.ts";
import { become, teamAdded, teamForm, trust } from "./person.ts";
import { thorough } from "./thorough.ts";
import { Trial } from "./trial.ts";

const restarts = thorough ? 100 : 5;

const trial = new Trial();
let server: GivenServer;
let balancer: Balancer;
let ports: number[];
const processes: RunningProgram[] = [];

async function start(index: number): Promise<void> {
  processes[index] = await trial.start({
    dataDir: trial.dataDir(`process ${index}`),
    port: ports[index]!,
    env: {
      PROCESS: "web",
      DATABASE_URL: server.url,
      DEMONSTRATION: "yes",
      BASE_URL: balancer.url,
      DRAIN_SECONDS: "1",
    },
  });
  const { url } = processes[index];
  if (!(await until(() => balancer.isReady(url), 10_000))) throw new Error(`${url} is not ready.`);
}

beforeAll(async () => {
  server = await startGivenServer(path.join(trial.folder, "given"));
  trial.defer(() => server.stop());
  ports = [await freePort(), await freePort()];
  balancer = await startBalancer(ports.map((port) => `http://localhost:${port}`));
  trial.defer(() => balancer.stop());
  await start(0);
  await start(1);
});
afterAll(() => trial.end());

type Load = { answered: number; failed: string[] };

/** People who read and write without a pause, through the balancer, until the work is done. */
async function underLoad(work: () => Promise<void>): Promise<Load> {
  const load: Load = { answered: 0, failed: [] };
  const state = { going: true };
  const visits: ((person: Browse) => Promise<boolean>)[] = [
    async (person) => (await person.get(`/bodies/${trust}`)).status === 200,
    async (person) => (await person.get("/me")).status === 200,
    async (person) => teamAdded(await person.post(`/bodies/${trust}/teams`, teamForm())) !== undefined,
  ];
  const people = await Promise.all(Array.from({ length: 6 }, () => become(balancer.url)));
  const visit = async (person: Browse): Promise<void> => {
    for (let turn = 0; state.going; turn += 1) {
      const well = await visits[turn % visits.length]!(person).catch((error: Error) => inspect(error));
      if (well === true) load.answered += 1;
      else load.failed.push(String(well));
    }
  };
  const visiting = Promise.all(people.map(visit));
  await work();
  state.going = false;
  await visiting;
  return load;
}

test(
  `R20: ${restarts} restarts in turn under load, and no request fails`,
  async () => {
    const codes: (number | null)[] = [];
    const load = await underLoad(async () => {
      for (let turn = 0; turn < restarts; turn += 1) {
        codes.push(await processes[turn % 2]!.stop());
        await start(turn % 2);
        await pause(100);
      }
    });
    console.log(
      `rolling: ${restarts} restarts, ${load.answered} requests answered, ${load.failed.length} failed`,
    );
    expect(load.failed).toEqual([]);
    expect(balancer.broken()).toBe(0);
    expect(new Set(codes)).toEqual(new Set([0]));
    expect(load.answered).toBeGreaterThan(restarts * 20);
  },
  restarts * 15_000,
);

test("negative control: a process that is killed instead of told fails the requests that it has", async () => {
  const load = await underLoad(async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await processes[turn % 2]!.kill();
      await start(turn % 2);
    }
  });
  console.log(`killed: ${load.answered} requests answered, ${load.failed.length} failed`);
  expect(load.failed.length).toBeGreaterThan(0);
});
