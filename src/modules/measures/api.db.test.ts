import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { series } from "#tests/measures-world.ts";
import { body, member, person } from "#tests/world.ts";
import { apiExamples } from "./api-examples.ts";

let app: TestApp;
let sister: Browse;
let own: string;
let another: string;

const clock = { now: new Date("2026-11-24T09:00:00Z") };

beforeAll(async () => {
  app = await testApp({ clock: () => clock.now });
  const ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  const who = await person(app.db);
  await member(app.db, who, ward, "lead");
  sister = await app.as(who);
  const start = (name: string) =>
    series(app.db, ward, {
      by: who,
      at: clock.now,
      definition: { name, form: "rate", numerator: "falls", denominator: "bed days", multiplier: 1_000 },
    });
  [own, another] = [await start("Falls per bed day"), await start("Another measure")];
});

afterAll(() => app.close());

async function makeKey(scope: "read" | "write"): Promise<string> {
  const made = await sister("/me/tokens", {
    form: { name: "The incident system", scope, series: own, days: "30" },
  });
  expect(made.headers.get("Cache-Control")).toBe("no-store");
  return /tl_[\w-]{43}/.exec(await made.text())![0];
}

function call(key: string | undefined, method: string, path: string, sent?: unknown): Promise<Response> {
  return Promise.resolve(
    app.app.request(`http://localhost:3000${path}`, {
      method,
      headers: {
        ...(key && { Authorization: `Bearer ${key}` }),
        ...(sent !== undefined && { "Content-Type": "application/json" }),
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    }),
  );
}

const points = (path: string): string => `/api/v1/series/${path}/points`;
const one = { points: [{ period: "2026-06-01", numerator: 3, denominator: 900 }] };

describe("the calls of the guide", () => {
  test("answer as the guide says", async () => {
    const key = await makeKey("write");
    for (const { title, method, path, body: sent, status, answer } of apiExamples) {
      const given = await call(key, method, path.replace("{id}", own), sent);
      expect([title, given.status]).toEqual([title, status]);
      expect(await given.json()).toMatchObject(answer as object);
    }
    const guide = await (await app.anonymous()("/measures/api")).text();
    expect(guide).toContain("A fall was reported late");
  });

  test("are described for programs", async () => {
    const described = (await (await call(undefined, "GET", "/api/v1/openapi.json")).json()) as {
      paths: Record<string, unknown>;
      components: { securitySchemes: unknown };
    };
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining(["/series", "/series/{id}", "/series/{id}/points"]),
    );
    expect(described.components.securitySchemes).toEqual({ key: { type: "http", scheme: "bearer" } });
  });
});

describe("a key", () => {
  test("opens its own series and no other, and writes only if it may", async () => {
    const [writes, reads] = [await makeKey("write"), await makeKey("read")];
    expect((await call(reads, "GET", `/api/v1/series/${own}`)).status).toBe(200);
    expect((await call(reads, "PUT", points(own), one)).status).toBe(403);
    expect((await call(writes, "GET", `/api/v1/series/${another}`)).status).toBe(404);
    expect((await call(writes, "PUT", points(another), one)).status).toBe(404);
  });

  test.each<[string, string | undefined]>([
    ["none", undefined],
    ["one that nobody made", `tl_${"a".repeat(43)}`],
    ["something else", "x".repeat(30)],
  ])("that is %s opens nothing", async (_, key) => {
    const refused = await call(key, "PUT", points(own), one);
    expect([401, 403]).toContain(refused.status);
    expect((await call(key, "GET", "/api/v1/series")).status).toBe(401);
  });

  test("is not helped by the cookie that a browser sends along", async () => {
    const sent = {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(one),
    };
    expect((await sister(points(own), sent)).status).toBe(401);
    const forged = {
      ...sent,
      headers: { ...sent.headers, Authorization: `Bearer ${"x".repeat(30)}`, Origin: "https://evil.example" },
    };
    expect((await sister(points(own), forged)).status).toBe(401);
  });

  test("is kept as a digest, ends when it is ended, and runs out", async () => {
    const key = await makeKey("write");
    const kept = await app.db.selectFrom("api_tokens").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(key);
    const page = await (await sister("/me/tokens")).text();
    for (const [path] of page.matchAll(/\/me\/tokens\/[0-9a-f-]+\/end/g)) await sister(path, { form: {} });
    expect((await call(key, "GET", "/api/v1/series")).status).toBe(401);
    const late = await makeKey("read");
    clock.now = new Date(clock.now.getTime() + 31 * 86_400_000);
    expect((await call(late, "GET", "/api/v1/series")).status).toBe(401);
    clock.now = new Date("2026-11-24T09:00:00Z");
  });

  test("loses what its owner loses", async () => {
    const key = await makeKey("write");
    expect((await call(key, "GET", `/api/v1/series/${own}`)).status).toBe(200);
    await app.db.updateTable("group_members").set({ ended_at: clock.now }).execute();
    await app.db.updateTable("memberships").set({ ended_at: clock.now }).execute();
    expect((await call(key, "GET", `/api/v1/series/${own}`)).status).toBe(404);
    await app.db.updateTable("group_members").set({ ended_at: null }).execute();
    await app.db.updateTable("memberships").set({ ended_at: null }).execute();
  });
});

describe("what cannot be taken is refused in plain words, with its place", () => {
  const period = "2026-06-01";
  const whole = { period, numerator: 3, denominator: 900 };
  test.each<[unknown, string, string]>([
    [{ points: [whole, { ...whole, numerator: "3" }] }, "points.1.numerator", "This must be a number"],
    [{ points: [{ ...whole, numerator: null }] }, "points.0.numerator", "This must be a number"],
    [{ points: [{ numerator: 3, denominator: 900 }] }, "points.0.period", "This is missing"],
    [
      { points: [{ ...whole, period: "1 June 2026" }] },
      "points.0.period",
      "This must be a day, such as 2026-04-01",
    ],
    [
      { points: [{ period, state: "unknown" }] },
      "points.0.state",
      "This must be one of: missing, not-applicable",
    ],
    [
      { points: [{ ...whole, note: "x".repeat(501) }] },
      "points.0.note",
      "This must be 500 characters or fewer",
    ],
    [{ points: [7] }, "points.0", "This must be an object with named values"],
    [{ points: [] }, "points", "There must be 1 or more of these"],
    [{ points: "none" }, "points", "This must be a list"],
    [{}, "points", "This is missing"],
    [{ points: [{ period, value: 3 }] }, "points.0", "Give 2 numbers: how many, and out of how many"],
    [{ points: [{ ...whole, state: "missing" }] }, "points.0.state", "Give a number or a state, not both"],
    [
      { points: [{ ...whole, value: 3 }] },
      "points.0.value",
      "Give a value, or a numerator and a denominator, not both",
    ],
    [{ points: [{ ...whole, numerater: 3 }] }, "points.0", "Nothing here is called numerater"],
  ])("%j", async (sent, field, message) => {
    const refused = await call(await makeKey("write"), "PUT", points(own), sent);
    expect([refused.status, (await refused.json()).problems]).toEqual([422, [{ field, message }]]);
  });

  test("and what is no JSON at all", async () => {
    const key = await makeKey("write");
    const headers = { Authorization: `Bearer ${key}` };
    const put = async (type: string, body: string) => {
      const answer = await app.app.request(`http://localhost:3000${points(own)}`, {
        method: "PUT",
        headers: { ...headers, "Content-Type": type },
        body,
      });
      return [answer.status, (await answer.json()).detail];
    };
    const unread = [400, "What was sent is not JSON that can be read. Nothing was saved."];
    expect(await put("application/json", '{"points": [')).toEqual(unread);
    expect(await put("application/json", "")).toEqual(unread);
    expect(await put("text/csv", "2026-06-01,3,900")).toEqual([
      415,
      "Send JSON, and say so: Content-Type: application/json. Nothing was saved.",
    ]);
  });
});

describe("a large call", () => {
  const days = Array.from({ length: 10_000 }, (_, month) => ({
    period: new Date(Date.UTC(1190, month, 1)).toISOString().slice(0, 10),
    numerator: month % 9,
    denominator: 1_000,
  }));

  test("of 10,000 points is taken whole, again as nothing, and with one wrong not at all", async () => {
    const key = await makeKey("write");
    const wrong = await call(key, "PUT", points(own), {
      points: days.map((point, at) =>
        at === 7_777 ? { ...point, numerator: 2_000_000_000_000_000 } : point,
      ),
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      problems: [{ field: "points.7777", message: "This number is too large" }],
    });
    expect(await (await call(key, "PUT", points(own), { points: days })).json()).toMatchObject({
      added: days.length,
    });
    expect(await (await call(key, "PUT", points(own), { points: days })).json()).toMatchObject({
      added: 0,
      corrected: 0,
    });
    expect((await call(key, "PUT", points(own), { points: [...days, days[0]] })).status).toBe(422);
  });
});
