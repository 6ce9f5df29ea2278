import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withCluster } from "#platform/postgres/index.ts";
import type { Browse } from "../setup/browse.ts";
import type { RunningProgram } from "../setup/running-program.ts";
import { become, teamForm, trust } from "./person.ts";
import { seeded } from "./seeded.ts";
import { Trial } from "./trial.ts";

const trial = new Trial();
const dataDir = seeded(trial, "data");
let program: RunningProgram;
let readers: Browse[];

beforeAll(async () => {
  program = await trial.start({ dataDir, env: { STATEMENT_TIMEOUT_MS: "2000" } });
  const personas = ["01-ward-sister", "05-analyst", "06-board-member", "07-local-system-lead"];
  readers = await Promise.all(personas.map((persona) => become(program.url, persona)));
});
afterAll(() => trial.end());

/** While this lasts, whoever adds to the audit of the trust waits, and holds a connection while waiting. */
async function whileDeedsWait<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  return withCluster({ dataDir, log: pino({ level: "silent" }) }, async ({ superuser }) => {
    const client = new Client(superuser);
    await client.connect();
    try {
      await client.query("BEGIN");
      await client.query(
        "SELECT FROM audit_chains c JOIN bodies b ON b.id = c.chain WHERE b.code = $1 FOR UPDATE",
        [trust],
      );
      return await work();
    } finally {
      await client.end();
    }
  });
}

type Read = { p95: number; refused: number };

/** Four people who read, for a while, and how long the slowest twentieth of their pages took. */
async function read(milliseconds: number): Promise<Read> {
  const times: number[] = [];
  let refused = 0;
  const end = performance.now() + milliseconds;
  const one = async (person: Browse): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      const { status } = await person.get("/bodies/LS-22");
      if (status !== 200) refused += 1;
      times.push(performance.now() - began);
      await pause(10);
    }
  };
  await Promise.all(readers.map(one));
  times.sort((a, b) => a - b);
  return { p95: times[Math.floor(times.length * 0.95)]!, refused };
}

const addTeam = (person: Browse): Promise<number> =>
  person.post(`/bodies/${trust}/teams`, teamForm()).then(({ status }) => status);

type Outcome = { usual: Read; meanwhile: Read; statuses: number[] };

/** 20 slow requests, and what the others notice of them. */
async function trySlow(people: Browse[]): Promise<Outcome> {
  await addTeam(people[0]!);
  await read(500);
  const usual = await read(1_200);
  const [meanwhile, statuses] = await whileDeedsWait(async () => {
    const slow = Promise.all(people.map(addTeam));
    await pause(200);
    return [await read(1_200), await slow] as const;
  });
  return { usual, meanwhile, statuses };
}

const count = (statuses: number[], status: number): number => statuses.filter((one) => one === status).length;

test(
  "R24: 20 slow requests of one person do not slow the others beyond twice, and end by themselves",
  { retry: 2 },
  async () => {
    const person = await become(program.url);
    const began = performance.now();
    const { usual, meanwhile, statuses } = await trySlow(Array<Browse>(20).fill(person));
    console.log(
      `one heavy person: others' 95th percentile ${usual.p95.toFixed(1)} ms, and ${meanwhile.p95.toFixed(1)} ms meanwhile`,
    );
    expect(count(statuses, 429)).toBe(12);
    // Cut off by the statement's time.
    expect(count(statuses, 503)).toBe(8);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(meanwhile.refused).toBe(0);
    expect(meanwhile.p95).toBeLessThan(2 * usual.p95 + 5);
    expect(await addTeam(person)).toBe(303);
  },
);

test("negative control: the same requests by 20 different people, whom no limit holds, do slow the others", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => become(program.url)));
  const { usual, meanwhile, statuses } = await trySlow(people);
  console.log(
    `twenty people: others' 95th percentile ${usual.p95.toFixed(1)} ms, and ${meanwhile.p95.toFixed(1)} ms meanwhile`,
  );
  expect(count(statuses, 429)).toBe(0);
  expect(meanwhile.p95).toBeGreaterThan(2 * usual.p95 + 5);
});
