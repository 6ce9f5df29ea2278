import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, sitsIn, type TestBody, type TestPerson } from "#tests/world.ts";
import { keysOf, visibilities, type Visibility } from "./sight.ts";

let app: TestApp;
const at = new Date("2026-11-24T12:00:00Z");
const places: Record<string, TestBody> = {};
const people: Record<string, TestPerson> = {};
let group: string;

beforeAll(async () => {
  app = await testApp();
  const { db } = app;
  const nation = await body(db, { kind: "nation" });
  const region = await body(db, { kind: "region", parent: nation });
  const system = await body(db, { kind: "local-system", parent: region });
  const trust = await body(db, { parent: system });
  const ward = await body(db, { kind: "ward", parent: trust });
  const sister = await body(db, { parent: system });
  const ahsn = await body(db, { kind: "ahsn", parent: nation });
  const far = await body(db, { parent: await body(db, { kind: "local-system", parent: region }) });
  const officers = await body(db, { kind: "national-body", parent: nation });
  await sitsIn(db, trust, ahsn);
  await sitsIn(db, far, ahsn);
  Object.assign(places, { nation, region, system, trust, ward, sister, ahsn, far, officers });
  for (const where of Object.keys(places)) {
    people[where] = await person(db);
    await member(db, people[where], places[where]!);
  }
  people["nowhere"] = await person(db);
  people["partner"] = await person(db);
  ({ id: group } = await db.insertInto("groups").defaultValues().returning("id").executeTakeFirstOrThrow());
  await db
    .insertInto("group_members")
    .values({ group_id: group, user_id: people["partner"].id, role: "member", started_at: at })
    .execute();
});

afterAll(() => app.close());

async function whoSees(visibility: Visibility, where: string, givenTo: string[] = []): Promise<string[]> {
  const seen: string[] = [];
  for (const [name, who] of [...Object.entries(people), ["visitor", undefined] as const]) {
    const actor = who
      ? ({ kind: "person", ...who, sessionId: "", strong: false, roles: [] } satisfies Person)
      : ({ kind: "visitor" } as const);
    const { rows } = await sql<{ seen: boolean }>`
      SELECT opened_by(${visibility}, ${group}, ARRAY[${places[where]!.id}::uuid], ${givenTo.map((one) => places[one]!.id)}::uuid[])
        && ${keysOf({ actor, at })} AS seen`.execute(app.db);
    if (rows[0]!.seen) seen.push(name);
  }
  return seen.sort();
}

const everybody = [
  "ahsn",
  "far",
  "nation",
  "nowhere",
  "officers",
  "partner",
  "region",
  "sister",
  "system",
  "trust",
  "visitor",
  "ward",
];

describe("sight of a ward's thing", () => {
  test.each<[Visibility, string[]]>([
    ["team", ["partner"]],
    ["organisation", ["partner", "trust", "ward"]],
    ["network", ["ahsn", "far", "partner", "sister", "system", "trust", "ward"]],
    ["signed-in", everybody.filter((name) => name !== "visitor")],
    ["public", everybody],
  ])("%s lets in %o", async (visibility, expected) => {
    expect(await whoSees(visibility, "ward")).toEqual(expected);
  });

  test("nobody above sees in, whatever it is short of everyone who is signed in", async () => {
    for (const visibility of visibilities.slice(0, 3)) {
      const seen = await whoSees(visibility, "ward");
      expect(seen).not.toEqual(expect.arrayContaining(["region"]));
      expect(seen).not.toEqual(expect.arrayContaining(["officers"]));
      expect(seen).not.toEqual(expect.arrayContaining(["nation"]));
    }
  });

  test("a body sees what it was given, and nobody near it does", async () => {
    expect(await whoSees("team", "ward", ["officers"])).toEqual(["officers", "partner"]);
  });
});

test("what a network keeps to itself is not seen by all who sit in it", async () => {
  expect(await whoSees("organisation", "ahsn")).toEqual(["ahsn", "partner"]);
  expect(await whoSees("network", "ahsn")).toEqual(["ahsn", "far", "partner", "trust", "ward"]);
});
