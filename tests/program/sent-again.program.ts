import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browse } from "../setup/browse.ts";
import { freePort, type RunningProgram } from "../setup/running-program.ts";
import { asOwner, askAsSuperuser } from "./cluster-of.ts";
import { become, organisations, teamAdded, teamForm, type TeamForm } from "./person.ts";
import { seeded } from "./seeded.ts";
import { thorough } from "./thorough.ts";
import { Trial } from "./trial.ts";

const kills = thorough ? 20 : 3;
const formsEach = thorough ? 150 : 40;

const trial = new Trial();
const dataDir = seeded(trial, "data");
let port: number;
let program: RunningProgram;

beforeAll(async () => {
  port = await freePort();
  program = await trial.start({ dataDir, port });
});
afterAll(() => trial.end());

type Sent = { form: TeamForm; organisation: string; answers: Set<string> };

/** Sends the form again, as a person does who got no answer, or clicked twice, or went back. */
async function send(browse: Browse, { form, organisation, answers }: Sent): Promise<void> {
  const code = await browse.post(`/bodies/${organisation}/teams`, form).then(teamAdded, () => undefined);
  if (code) answers.add(code);
}

test(
  `R8: forms sent 1 to 5 times at once, with ${kills} kills between commit and answer, act once and say the same`,
  async () => {
    // The same person at several browsers: whoever it is that sends again.
    const browsers = await Promise.all(Array.from({ length: 3 }, () => become(program.url)));
    const all: Sent[] = [];
    let answeredByNobody = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const forms = Array.from({ length: formsEach }, (_, index) => newForm(index));
      all.push(...forms);
      const sending = inTurns(forms, 12, async (sent) => {
        const times = 1 + Math.floor(Math.random() * 2);
        await Promise.all(browsers.slice(0, times).map((browser) => send(browser, sent)));
      });
      await pause(40 + ((kill * 31) % 120));
      await dieBetweenCommitAndAnswer();
      await sending;
      answeredByNobody += await committedWithoutAnswer(forms);
      program = await trial.start({ dataDir, port });
      await inTurns(forms, 4, (sent) => Promise.all(browsers.map((browser) => send(browser, sent))));
    }
    const counts = await effects();
    console.log(
      `forms: ${all.length} sent, ${answeredByNobody} of them committed and answered by nobody before a kill, ${counts.size} effects`,
    );
    expect(all.filter(({ answers }) => answers.size !== 1)).toEqual([]);
    expect(all.filter(({ form, answers }) => counts.get(form.name)?.join() !== [...answers].join())).toEqual(
      [],
    );
    expect(counts.size).toBe(all.length);
    expect(answeredByNobody).toBeGreaterThan(kills);
  },
  kills * 30_000,
);

/**
 * A database that waits for a standby which is not there has each commit on its disk, and tells nobody: whoever
 * dies now dies between commit and answer.
 */
async function dieBetweenCommitAndAnswer(): Promise<void> {
  const setting = "synchronous_standby_names";
  await askAsSuperuser(dataDir, `ALTER SYSTEM SET ${setting} = 'nobody'`, "SELECT pg_reload_conf()");
  await untilCommitsWait(2);
  await program.kill();
  await askAsSuperuser(dataDir, `ALTER SYSTEM RESET ${setting}`, "SELECT pg_reload_conf()");
}

/** Until so many are on the disk and wait to be told of it, or it is plain that they never will. */
async function untilCommitsWait(count: number): Promise<void> {
  const waiting = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await askAsSuperuser<{ n: number }>(dataDir, waiting);
    if (row!.n >= count) return;
    await pause(50);
  }
}

function newForm(index: number): Sent {
  return { form: teamForm(), organisation: organisations[index % organisations.length]!, answers: new Set() };
}

test("a form's key that comes with other words is refused, and the first deed stands", async () => {
  const person = await become(program.url);
  const form = teamForm();
  expect(teamAdded(await person.post("/bodies/LS-22/teams", form))).toBeDefined();
  const again = await person.post("/bodies/LS-22/teams", { ...form, name: "Something else" });
  expect(again.status).toBe(409);
});

test("negative control: the same words under another key act again", async () => {
  const person = await become(program.url);
  const form = teamForm();
  const codes = new Set<string | undefined>();
  for (let time = 0; time < 3; time += 1) {
    codes.add(teamAdded(await person.post("/bodies/LS-22/teams", { ...form, _key: teamForm()._key })));
  }
  expect(codes.size).toBe(3);
});

/** So many at a time. */
async function inTurns<T>(items: T[], width: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  const one = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: width }, one));
}

/** Each team that there is, by name, with its codes. */
async function effects(): Promise<Map<string, string[]>> {
  return asOwner(dataDir, async ({ pool }) => {
    const { rows } = await pool.query<{ name: string; codes: string[] }>(
      "SELECT name, array_agg(code) AS codes FROM bodies WHERE name LIKE 'Team ________-____-%' GROUP BY name",
    );
    return new Map(rows.map(({ name, codes }) => [name, codes]));
  });
}

async function committedWithoutAnswer(forms: Sent[]): Promise<number> {
  const there = await effects();
  return forms.filter(({ form, answers }) => answers.size === 0 && there.has(form.name)).length;
}
