import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Kysely } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import { NotFound } from "#platform/problem.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { person, type TestPerson } from "#tests/world.ts";
import { closeServer, listenOn } from "../operator/door.ts";
import { liveStream } from "./live-stream.ts";
import { most } from "./stream-places.ts";

let house: TestApp;
let who: TestPerson;
let browse: Browse;
const open: Reading[] = [];

/** Two things with a version each, as a module would have; what is not in it is in nobody's sight. */
const versions = new Map<string, number>();

beforeAll(async () => {
  house = await testApp();
  house.app.get("/planted", (c) =>
    liveStream(
      c,
      (c.req.queries("watch") ?? []).map((topic) => ({
        topic,
        recheck: async ({ actor }) => {
          if (!versions.has(topic) || !isPerson(actor)) throw new NotFound();
          return versions.get(topic);
        },
      })),
    ),
  );
  house.app.get("/planted/cookie", (c) => c.text(c.req.header("Cookie") ?? ""));
  who = await person(house.db);
  browse = await house.as(who);
});
afterEach(() => Promise.all(open.splice(0).map((reading) => reading.leave())));
afterAll(() => house.close());

type Word = { event: string; id: string; data: Record<string, string> };

const hungUp = { done: true, value: undefined } as const;

/** A browser that reads a stream. */
class Reading {
  readonly words: Word[] = [];
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(response: Response) {
    this.#reader = response.body!.getReader();
    void this.#read();
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
  }

  /** What was said since the stream began, but for how far things had come then. */
  get said(): (Record<string, string> & { event: string })[] {
    return this.words
      .filter(({ event }) => event !== "watching")
      .map(({ event, data }) => ({ event, ...data }));
  }

  async #read(): Promise<void> {
    let text = "";
    for (;;) {
      const { done, value } = await this.#reader.read().catch(() => hungUp);
      if (done) break;
      text += new TextDecoder().decode(value);
      const parts = text.split("\n\n");
      text = parts.pop()!;
      for (const part of parts) {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? "";
        if (field("event"))
          this.words.push({
            event: field("event"),
            id: field("id"),
            data: JSON.parse(field("data")) as Record<string, string>,
          });
      }
    }
    this.ended = true;
  }
}

async function watch(
  topics: string[],
  { as = browse, headers = {} }: { as?: Browse; headers?: HeadersInit } = {},
): Promise<Reading> {
  const query = topics.map((topic) => `watch=${topic}`).join("&");
  const response = await as(`/planted?${query}`, { headers: { "Accept-Encoding": "gzip", ...headers } });
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
  expect(response.headers.get("Content-Encoding")).toBeNull();
  const reading = new Reading(response);
  open.push(reading);
  await expect.poll(() => reading.words.some(({ event }) => event === "watching")).toBe(true);
  return reading;
}

async function change(topic: string, db: Kysely<never> | Db = house.db): Promise<void> {
  await (db as Db).transaction().execute(async (tx) => {
    versions.set(topic, (versions.get(topic) ?? 0) + 1);
    await tell(tx, topic);
  });
}

test("says that a thing has changed, within two seconds of the deed, and how far it came", async () => {
  versions.set("a:1", 1);
  const reading = await watch(["a:1"]);
  const began = performance.now();
  await change("a:1");
  await expect.poll(() => reading.said).toEqual([{ event: "changed", topic: "a:1", mark: "2" }]);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("many changes at once become few words, the last of them about the last", async () => {
  versions.set("a:2", 0);
  const reading = await watch(["a:2"]);
  for (let count = 0; count < 40; count += 1) await change("a:2");
  await expect.poll(() => reading.said.at(-1)?.["mark"], { timeout: 3_000 }).toBe("40");
  expect(reading.said.length).toBeLessThan(10);
});

test("whoever comes back is told of what changed meanwhile, and of nothing else", async () => {
  versions.set("a:3", 1).set("a:4", 1);
  const first = await watch(["a:3", "a:4"]);
  const id = first.words.at(-1)!.id;
  await first.leave();
  versions.set("a:3", 2);
  const second = await watch(["a:3", "a:4"], { headers: { "Last-Event-ID": id } });
  expect(second.said).toEqual([{ event: "changed", topic: "a:3", mark: "2" }]);
});

test("a thing that goes out of sight is said to be gone, and with the last of them the stream ends (S7)", async () => {
  versions.set("a:5", 1).set("a:6", 1);
  const reading = await watch(["a:5", "a:6"]);
  await house.db.transaction().execute(async (tx) => {
    versions.delete("a:5");
    await tell(tx, "a:5");
  });
  await expect.poll(() => reading.said).toEqual([{ event: "gone", topic: "a:5" }]);
  await house.db.transaction().execute(async (tx) => {
    versions.delete("a:6");
    await tell(tx, "a:6");
  });
  await expect.poll(() => reading.ended, { timeout: 3_000 }).toBe(true);
  expect(reading.said.at(-1)).toEqual({ event: "over", why: "out-of-sight" });
});

test("nothing more is said to a session that has ended (S7)", async () => {
  versions.set("a:7", 1);
  const as = await house.as(who);
  const reading = await watch(["a:7"], { as });
  await as("/sign-out", { form: {} });
  await change("a:7");
  await expect.poll(() => reading.ended).toBe(true);
  expect(reading.said).toEqual([{ event: "over", why: "signed-out" }]);
});

test("what nobody may see opens no stream", async () => {
  const response = await browse("/planted?watch=b:1");
  expect(response.status).toBe(404);
  expect((await browse("/live?watch=plan:1")).status).toBe(404);
  expect((await browse("/live")).status).toBe(404);
  expect((await browse("/live?watch=toString:1&watch=%F0%9F%98%80")).status).toBe(404);
});

test("streams do not count among the requests that are under way", async () => {
  versions.set("a:8", 1);
  for (let count = 0; count < most.forOne; count += 1) await watch(["a:8"]);
  const pages = await Promise.all(Array.from({ length: 5 }, () => browse("/me")));
  expect(pages.map(({ status }) => status)).toEqual(Array(5).fill(200));
});

test("a person's newest stream takes the place of their oldest", async () => {
  versions.set("a:9", 1);
  const readings: Reading[] = [];
  for (let count = 0; count <= most.forOne; count += 1) readings.push(await watch(["a:9"]));
  await expect.poll(() => readings[0]!.ended).toBe(true);
  expect(readings[0]!.said).toEqual([{ event: "over", why: "elsewhere" }]);
  await change("a:9");
  await expect.poll(() => readings.slice(1).every(({ said }) => said.length === 1)).toBe(true);
});

test("looking at a stream's things does not keep a session alive", async () => {
  versions.set("a:10", 1);
  const as = await house.as(who);
  await watch(["a:10"], { as });
  const read = () => house.db.selectFrom("sessions").select(["id", "expires_at"]).orderBy("id").execute();
  const before = await read();
  await house.db
    .updateTable("sessions")
    .set({ updated_at: new Date(Date.now() - 120_000) })
    .execute();
  await change("a:10");
  await expect.poll(() => open.at(-1)!.said).toHaveLength(1);
  expect(await read()).toEqual(before);
});

const streamsOpen = async (): Promise<number> =>
  (await house.services.metrics.streams.get()).values[0]?.value ?? 0;

test("over a real connection words come at once, who hangs up makes room, and leaving waits for nobody", async () => {
  versions.set("a:12", 1);
  const server = createServer(getRequestListener(house.app.fetch, { overrideGlobalObjects: false }));
  const port = await listenOn(server, { setting: "PORT", port: 0, host: "127.0.0.1" });
  const cookie = await (await browse("/planted/cookie")).text();
  const hangUp = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/planted?watch=a:12`, {
    headers: { Cookie: cookie, "Accept-Encoding": "gzip" },
    signal: hangUp.signal,
  });
  const reading = new Reading(response);
  await change("a:12");
  await expect.poll(() => reading.said).toHaveLength(1);
  expect(await streamsOpen()).toBe(1);
  hangUp.abort();
  await expect.poll(streamsOpen).toBe(0);
  const other = new Reading(
    await fetch(`http://127.0.0.1:${port}/planted?watch=a:12`, { headers: { Cookie: cookie } }),
  );
  await expect.poll(() => other.words).toHaveLength(1);
  const began = performance.now();
  await house.services.live.close();
  await closeServer(server);
  expect(performance.now() - began).toBeLessThan(2_000);
  await expect.poll(() => other.ended).toBe(true);
});
