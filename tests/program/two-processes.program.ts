import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningProgram } from "../setup/running-program.ts";
import { startFakeMailServer, type FakeMailServer } from "./fake-mail-server.ts";
import { startGivenServer, type GivenServer } from "./given-server.ts";
import { teamAdded, teamForm, trust } from "./person.ts";
import { untilSaid } from "./said.ts";
import { thorough } from "./thorough.ts";
import { Trial } from "./trial.ts";
import { Visitor } from "./visitor.ts";

/** The one address behind which all processes stand. */
const origin = "https://throughline.example";
const ward = `${trust}-01`;

const trial = new Trial();
let server: GivenServer;
let mail: FakeMailServer;
let one: string;
let other: string;

const settings = (name: string, more: Record<string, string>) => ({
  dataDir: trial.dataDir(name),
  env: {
    DATABASE_URL: server.url,
    DEMONSTRATION: "yes",
    SMTP_URL: mail.url,
    BASE_URL: origin,
    ...more,
  },
});

async function startWorker(): Promise<RunningProgram> {
  const worker = await trial.launch(settings("worker", { PROCESS: "worker" }));
  await untilSaid(worker, /The worker is ready/);
  return worker;
}

beforeAll(async () => {
  server = await startGivenServer(path.join(trial.folder, "given"));
  trial.defer(() => server.stop());
  mail = await startFakeMailServer(20);
  trial.defer(() => mail.stop());
  const started = await Promise.all(
    ["one", "other"].map((name) => trial.start(settings(name, { PROCESS: "web" }))),
  );
  [one, other] = started.map(({ url }) => url) as [string, string];
  console.log(`Two web processes on PostgreSQL from ${server.whose}`);
  const said = started.map(({ output }) => output()).join("");
  expect(said.match(/Building indexes/g)).toHaveLength(1);
});
afterAll(() => trial.end());

describe("two web processes on one database", () => {
  test("both came up on an empty one at once, and filled it once", async () => {
    const rows = await server.ask("SELECT FROM audit_entries WHERE action = 'demonstration-loaded'");
    expect(rows).toHaveLength(1);
    for (const url of [one, other]) {
      const answer = await fetch(`${url}/bodies/${trust}`);
      expect(answer.status).toBe(200);
    }
  });

  test("who signs in on one is known on the other, and who signs out on one is a stranger on the other", async () => {
    const visitor = await new Visitor(origin).become(one, "01-ward-sister");
    expect((await visitor.get(other, "/me")).text).toContain("Amara Okafor");
    const elsewhere = await new Visitor(origin).become(other, "01-ward-sister");
    const kept = await visitor.post(other, "/sign-out", {});
    expect(kept.status).toBe(303);
    expect((await visitor.get(one, "/me")).location).toMatch(/^\/sign-in/);
    expect((await elsewhere.get(one, "/me")).status).toBe(200);
  });

  test("a session that is ended on one is no more on the other, though the browser still has its cookie", async () => {
    const first = await new Visitor(origin).become(one, "02-practice-manager");
    const second = await new Visitor(origin).become(one, "02-practice-manager");
    expect((await second.get(other, "/me")).status).toBe(200);
    expect((await first.post(one, "/me/sessions/end-others", {})).status).toBe(303);
    expect((await second.get(other, "/me")).location).toMatch(/^\/sign-in/);
    expect((await first.get(other, "/me")).status).toBe(200);
  });

  test("guesses are counted together", async () => {
    const guess = (process: string): Promise<number> =>
      new Visitor(origin)
        .post(process, "/sign-in", { email: "nobody@throughline.example", password: "not this one" })
        .then(({ status }) => status);
    const answers: number[] = [];
    for (let index = 0; index < 10; index += 1) answers.push(await guess(index < 6 ? one : other));
    expect(answers.every((status) => status === 422)).toBe(true);
    expect(await guess(one)).toBe(429);
    expect(await guess(other)).toBe(429);
  });

  test("the same form sent to both at once acts once, and both say the same", async () => {
    const administrator = await new Visitor(origin).become(one, "10-administrator");
    for (let round = 0; round < (thorough ? 100 : 20); round += 1) {
      const form = teamForm();
      const answers = await Promise.all(
        [one, other, one, other].map((process) =>
          administrator.post(process, `/bodies/${trust}/teams`, form),
        ),
      );
      const codes = new Set(answers.map(teamAdded));
      expect([...codes]).toEqual([expect.stringMatching(/^TEAM-/)]);
      expect(await server.ask("SELECT FROM bodies WHERE name = $1", [form.name])).toHaveLength(1);
    }
  });

  test("a role that is ended on one is refused on the other at the next request", async () => {
    const administrator = await new Visitor(origin).become(one, "10-administrator");
    const sister = await new Visitor(origin).become(other, "01-ward-sister");
    const [user] = await server.ask<{ id: string }>("SELECT id FROM users WHERE persona = '01-ward-sister'");
    const where = `/bodies/${ward}/people/${user!.id}/end`;
    expect((await sister.get(other, `/bodies/${ward}/edit`)).status).toBe(200);
    expect((await administrator.post(one, where, { role: "lead" })).status).toBe(303);
    expect((await sister.get(other, `/bodies/${ward}/edit`)).status).toBe(403);
    expect((await sister.post(other, `/bodies/${ward}/teams`, teamForm())).status).toBe(403);
  });
});

describe("R11: mail", () => {
  const kills = thorough ? 100 : 4;
  const waiting = thorough ? 1_000 : 100;

  const name = `${waiting} that wait go out once each, though the worker is killed ${kills} times over it`;
  test(name, { timeout: 60_000 + kills * 5_000 }, async () => {
    const key = randomUUID();
    await server.ask(
      `INSERT INTO mails (key, recipient, subject, body, written_at)
       SELECT $1 || n, 'person-' || n || '@throughline.example', 'Subject', 'Body', now() FROM generate_series(1, $2) n`,
      [key, waiting],
    );
    const before = mail.accepted.length;
    for (let kill = 0; kill < kills; kill += 1) {
      const worker = await startWorker();
      const seen = mail.accepted.length;
      await expect.poll(() => mail.accepted.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(seen);
      // At another point of the work each time: while it is given over, taken, or written down.
      await pause((kill * 7) % 40);
      await worker.kill();
    }
    await startWorker();
    const unsent = async (): Promise<number> => {
      const [row] = await server.ask<{ count: number }>(
        "SELECT count(*)::int AS count FROM mails WHERE sent_at IS NULL AND key LIKE $1 || '%'",
        [key],
      );
      return row!.count;
    };
    await expect.poll(unsent, { timeout: 60_000, interval: 200 }).toBe(0);
    const ids = await server.ask<{ id: string }>(
      "SELECT '<' || id || '@throughline>' AS id FROM mails WHERE key LIKE $1 || '%'",
      [key],
    );
    // Others may be under way too, such as a letter of the week.
    const own = new Set(ids.map(({ id }) => id));
    const accepted = mail.accepted.slice(before).filter((id) => own.has(id));
    console.log(
      `mail: ${kills} kills, ${waiting} mails, ${new Set(accepted).size} different Message-IDs, ${accepted.length - waiting} sent again under the same one`,
    );
    expect(new Set(accepted)).toEqual(own);
    // One mail may be on its way at each kill; what has arrived twice has one name, and is one for its reader.
    expect(accepted.length - waiting).toBeLessThanOrEqual(kills);
  });
});
