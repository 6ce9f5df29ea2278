import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor, type Actor, type Role } from "#platform/actor.ts";
import { openDatabase, type Database } from "#platform/database.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound, StepUpNeeded } from "#platform/problem.ts";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { body, sitsIn, type TestBody } from "#tests/world.ts";
import { addTeam } from "./commands/add-team.ts";
import { closeBodies } from "./commands/close-bodies.ts";
import { editBody } from "./commands/edit-body.ts";
import { moveBody } from "./commands/move-body.ts";
import { renameBody } from "./commands/rename-body.ts";
import { setAreas } from "./commands/set-areas.ts";
import { countAnew } from "./store/below.ts";
import { bodyTextFields, type BodyText } from "./body.ts";
import { bodyPage } from "./queries/body-page.ts";
import { findBodyByCode } from "./queries/find-body-by-code.ts";
import { suggestBodies } from "./queries/suggest-bodies.ts";
import { typedBody } from "./queries/typed-body.ts";

let own: TestDatabase;
let database: Database;
const at = new Date("2016-06-01T12:00:00Z");

beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase({ connection: own.app, poolSize: 4, statementTimeoutMs: 5_000 });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

function as(actor: Actor): Context {
  return { db: database.db, jobs: undefined as never, actor, at, requestId: "test" };
}

function holding(role: Role, where: TestBody, { strong = true, kind = "nation" } = {}): Context {
  const held = { role, bodyId: where.id, bodyCode: where.code, bodyName: where.name, bodyKind: kind };
  const who = {
    id: "00000000-0000-4000-8000-000000000001",
    name: "P",
    email: "p@example.test",
    sessionId: "s",
  };
  return as({ kind: "person", ...who, strong, roles: [held] });
}

/** A nation, a region and two systems of it; a trust in the first system. */
async function nation() {
  const { db } = database;
  const england = await body(db, { kind: "nation" });
  const region = await body(db, { kind: "region", parent: england });
  const east = await body(db, { kind: "local-system", parent: region });
  const west = await body(db, { kind: "local-system", parent: region });
  const trust = await body(db, { parent: east });
  return { england, region, east, west, trust, administrator: holding("administrator", england) };
}

const keptCounts = sql`SELECT body_id, kind, sum(count)::int AS count, sum(nearest)::int AS nearest FROM bodies_below
  GROUP BY body_id, kind HAVING sum(count) <> 0 OR sum(nearest) <> 0 ORDER BY body_id, kind`;
const freshCounts = sql`SELECT body_id, kind, count::int, nearest::int FROM counts_below ORDER BY body_id, kind`;

const summaryOf = (context: Context, one: TestBody) => findBodyByCode(context, one.code);
const labels = async (typed: string) => (await suggestBodies(as(visitor), typed)).map((one) => one.label);

test("a body stands below its parent and all that stands above that, also after the parent moved", async () => {
  const { england, region, east, west, trust, administrator } = await nation();
  const ward = await body(database.db, { kind: "ward", parent: trust });
  expect((await summaryOf(administrator, ward)).ancestors).toEqual([
    trust.id,
    east.id,
    region.id,
    england.id,
  ]);
  const { version } = await summaryOf(administrator, trust);
  await moveBody(administrator, trust.code, { parent: await summaryOf(administrator, west), version });
  expect((await summaryOf(administrator, ward)).ancestors).toEqual([
    trust.id,
    west.id,
    region.id,
    england.id,
  ]);
});

test("a body cannot be put below itself, nor below a level that is no level above it", async () => {
  const { east, trust, administrator } = await nation();
  const ward = await body(database.db, { kind: "ward", parent: trust });
  const parent = await summaryOf(administrator, ward);
  await expect(moveBody(administrator, trust.code, { parent, version: 1 })).rejects.toThrow(
    "cannot stand below itself",
  );
  const other = await summaryOf(administrator, trust);
  await expect(moveBody(administrator, east.code, { parent: other, version: 1 })).rejects.toThrow(Invalid);
  const ring = sql`UPDATE bodies SET parent_id = ${ward.id} WHERE id = ${east.id}`;
  await expect(ring.execute(database.db)).rejects.toThrow("below itself");
});

test("a new name finds the body, and so does the old one", async () => {
  const { east, administrator } = await nation();
  const practice = await body(database.db, { kind: "gp-practice", name: "Quillgarth Surgery", parent: east });
  await renameBody(administrator, practice.code, {
    name: "Marlowmere Health Centre",
    from: "2016-04-01",
    version: 1,
  });
  expect(await labels("marlowmere")).toEqual(["Marlowmere Health Centre"]);
  expect(await labels("quillgarth")).toEqual(["Marlowmere Health Centre"]);
  const { body: shown } = await bodyPage(as(visitor), practice.code, { kind: "", page: 1 });
  expect(shown.formerNames).toEqual([{ name: "Quillgarth Surgery", until: "2016-04-01" }]);
});

test("several become one: each keeps its page and leads there, and their teams go with them", async () => {
  const { east, administrator } = await nation();
  const make = (name: string) => body(database.db, { name, parent: east });
  const [first, second, whole] = [
    await make("Thistlewick Trust"),
    await make("Rowanstead Trust"),
    await make("Fernbury Trust"),
  ];
  const ward = await body(database.db, { kind: "ward", parent: first });
  const bodies = [await summaryOf(administrator, first), await summaryOf(administrator, second)];
  const successor = await summaryOf(administrator, whole);
  await closeBodies(administrator, { bodies, successor, on: "2016-04-01" });

  const old = await bodyPage(as(visitor), first.code, { kind: "", page: 1 });
  expect(old.body).toMatchObject({ closedOn: "2016-04-01", successor: { code: whole.code }, heir: null });
  expect((await summaryOf(administrator, ward)).ancestors[0]).toBe(whole.id);
  const now = await bodyPage(as(visitor), whole.code, { kind: "", page: 1 });
  expect(now.body.predecessors.map((one) => one.code).sort()).toEqual([first.code, second.code].sort());
  expect(await suggestBodies(as(visitor), "thistlewick")).toMatchObject([
    { value: whole.code, label: "Thistlewick Trust" },
  ]);

  const next = await make("Lindenham Trust");
  const again = {
    bodies: [await summaryOf(administrator, whole)],
    successor: await summaryOf(administrator, next),
  };
  await closeBodies(administrator, { ...again, on: "2016-05-01" });
  expect((await bodyPage(as(visitor), first.code, { kind: "", page: 1 })).body.heir).toMatchObject({
    code: next.code,
  });
  expect(await suggestBodies(as(visitor), first.code)).toMatchObject([{ value: next.code }]);
});

test("what is closed cannot close again, nor become something, nor leave open teams with nobody", async () => {
  const { trust, administrator, east } = await nation();
  await body(database.db, { kind: "ward", parent: trust });
  const bodies = [await summaryOf(administrator, trust)];
  const closing = { bodies, successor: undefined, on: "2016-05-01" };
  await expect(closeBodies(administrator, closing)).rejects.toThrow("1 open body stands below it");
  const gone = await body(database.db, { parent: east, closedOn: "2015-01-01" });
  const successor = await summaryOf(administrator, gone);
  await expect(closeBodies(administrator, { ...closing, successor })).rejects.toThrow("is closed already");
  await expect(closeBodies(administrator, { ...closing, on: "2016-07-01" })).rejects.toThrow(
    "today or in the past",
  );
  await expect(closeBodies(administrator, { ...closing, successor: bodies[0] })).rejects.toThrow(Invalid);
});

const text = Object.fromEntries(bodyTextFields.map((name) => [name, ""])) as BodyText;

test("two people who edit at once: the second sees both texts and overwrites nothing", async () => {
  const { trust } = await nation();
  const lead = holding("lead", trust, { kind: "acute-trust" });
  await editBody(lead, trust.code, { text: { ...text, purpose: "Theirs" }, version: 1 });
  const late = editBody(lead, trust.code, { text: { ...text, purpose: "Mine" }, version: 1 });
  await expect(late).rejects.toThrow(Conflict);
  await expect(late).rejects.toMatchObject({
    version: 2,
    fields: [{ name: "purpose", yours: "Mine", theirs: "Theirs" }],
  });
});

test("a team gets a code of its own below its body, and stands in the audit", async () => {
  const { trust } = await nation();
  const lead = holding("lead", trust, { kind: "acute-trust" });
  const code = await addTeam(lead, trust.code, { kind: "ward", name: "Maple ward", purpose: "" });
  expect(code).toMatch(/^TEAM-\d+$/);
  const page = await bodyPage(as(visitor), trust.code, { kind: "", page: 1 });
  expect(page.nearest.rows.map((row) => row.name)).toEqual(["Maple ward"]);
  const { rows } = await sql`SELECT action FROM audit_entries WHERE chain = ${trust.id}`.execute(database.db);
  expect(rows).toEqual([{ action: "add-team" }]);
});

test("who may not is refused, and structure needs a strong session", async () => {
  const { england, trust, west, administrator } = await nation();
  const member = holding("member", trust, { kind: "acute-trust" });
  const lead = holding("lead", trust, { kind: "acute-trust" });
  const weak = holding("administrator", england, { strong: false });
  const westOnly = holding("administrator", west, { kind: "local-system" });
  const parent = await summaryOf(administrator, west);
  await expect(editBody(member, trust.code, { text, version: 1 })).rejects.toThrow(Forbidden);
  await expect(addTeam(member, trust.code, { kind: "team", name: "T1", purpose: "" })).rejects.toThrow(
    Forbidden,
  );
  await expect(
    renameBody(lead, trust.code, { name: "New name", from: "2016-01-01", version: 1 }),
  ).rejects.toThrow(Forbidden);
  await expect(
    renameBody(weak, trust.code, { name: "New name", from: "2016-01-01", version: 1 }),
  ).rejects.toThrow(StepUpNeeded);
  await expect(moveBody(lead, trust.code, { parent, version: 1 })).rejects.toThrow(Forbidden);
  await expect(moveBody(westOnly, trust.code, { parent, version: 1 })).rejects.toThrow(Forbidden);
  await expect(setAreas(lead, trust.code, { codes: [], version: 1 })).rejects.toThrow(Forbidden);
});

test("an administrator of one system cannot push a body into another", async () => {
  const { east, west, trust, administrator } = await nation();
  const eastOnly = holding("administrator", east, { kind: "local-system" });
  const parent = await summaryOf(administrator, west);
  await expect(moveBody(eastOnly, trust.code, { parent, version: 1 })).rejects.toThrow(Forbidden);
  const closing = { bodies: [await summaryOf(administrator, trust)], successor: parent, on: "2016-05-01" };
  await expect(closeBodies(eastOnly, closing)).rejects.toThrow(Forbidden);
});

test("an organisation sits in the areas that are set and no others; what is no area is refused", async () => {
  const { trust, east, administrator } = await nation();
  const { db } = database;
  const [network, senate] = [await body(db, { kind: "ahsn" }), await body(db, { kind: "clinical-senate" })];
  await sitsIn(db, trust, network);
  await setAreas(administrator, trust.code, { codes: [senate.code], version: 1 });
  const { body: shown } = await bodyPage(as(visitor), trust.code, { kind: "", page: 1 });
  expect(shown.areas.map((area) => area.code)).toEqual([senate.code]);
  await expect(setAreas(administrator, trust.code, { codes: [east.code], version: 2 })).rejects.toThrow(
    Invalid,
  );
  await expect(setAreas(administrator, trust.code, { codes: [], version: 1 })).rejects.toThrow(Conflict);
});

test("the page of an area counts its open organisations by kind and can show one kind", async () => {
  const { db } = database;
  const { east } = await nation();
  const network = await body(db, { kind: "ahsn" });
  for (const kind of ["gp-practice", "gp-practice", "acute-trust"])
    await sitsIn(db, await body(db, { kind, parent: east }), network);
  await sitsIn(db, await body(db, { kind: "gp-practice", parent: east, closedOn: "2015-01-01" }), network);
  const page = await bodyPage(as(visitor), network.code, { kind: "gp-practice", page: 1 });
  expect(page.counts.map(({ kind, count }) => [kind, count])).toEqual([
    ["acute-trust", 1],
    ["gp-practice", 2],
  ]);
  expect(page.nearest.rows.map((row) => row.kindLabel)).toEqual(["GP practice", "GP practice"]);
});

test("a name typed in full means a body only when there is no second of that name", async () => {
  const { east } = await nation();
  const only = await body(database.db, { name: "Cobblestead Surgery", parent: east });
  for (const _ of [1, 2]) await body(database.db, { name: "Mosswell Surgery", parent: east });
  expect(await typedBody(as(visitor), " cobblestead surgery", "f")).toMatchObject({ id: only.id });
  expect(await typedBody(as(visitor), only.code.toLowerCase(), "f")).toMatchObject({ id: only.id });
  await expect(typedBody(as(visitor), "Mosswell Surgery", "f")).rejects.toThrow("several");
  await expect(typedBody(as(visitor), "Zzz", "f")).rejects.toThrow(Invalid);
  // Part of a name, or one with a slip in it, is answered with what it may have been meant for.
  const part = typedBody(as(visitor), "cobblested", "f").catch(
    (error: Invalid) => error.problems[0]!.message,
  );
  expect(await part).toBe(
    `There is no organisation with the code or name cobblested. You may mean Cobblestead Surgery (${only.code})`,
  );
});

test.each(["", "a81001", "'", "A".repeat(30), "NO-SUCH"])("there is nothing at the code %j", async (code) => {
  await expect(findBodyByCode(as(visitor), code)).rejects.toThrow(NotFound);
});

test("after all these deeds the numbers that are kept are those of a fresh count, before and after they are put together", async () => {
  const { east, west, trust, administrator } = await nation();
  const { db } = database;
  const network = await body(db, { kind: "ahsn" });
  await setAreas(administrator, trust.code, { codes: [network.code], version: 1 });
  await moveBody(administrator, trust.code, { parent: await summaryOf(administrator, west), version: 2 });
  await body(db, { kind: "ward", parent: trust });
  const successor = await summaryOf(administrator, await body(db, { kind: "acute-trust", parent: east }));
  const bodies = [await summaryOf(administrator, trust)];
  const kept = async () => (await sql<{ body_id: string }>`${keptCounts}`.execute(db)).rows;
  const fresh = async () => (await sql<{ body_id: string }>`${freshCounts}`.execute(db)).rows;
  const moved = await kept();
  expect(moved).toEqual(await fresh());
  await closeBodies(administrator, { bodies, successor, on: "2016-05-01" });
  const closed = await kept();
  expect(closed).not.toEqual(moved);
  expect(closed).toEqual(await fresh());
  expect(closed.some((row) => row.body_id === network.id)).toBe(false);
  await countAnew(db);
  expect(await kept()).toEqual(closed);
  const { rows } = await sql`SELECT FROM bodies_below GROUP BY body_id, kind HAVING count(*) > 1`.execute(db);
  expect(rows).toEqual([]);
});

test("a body that is added while the numbers are put together is in them", async () => {
  const { trust } = await nation();
  const { db } = database;
  const ward = Promise.withResolvers<void>();
  const together = Promise.withResolvers<void>();
  const adding = db.transaction().execute(async (tx) => {
    await body(tx, { kind: "ward", parent: trust });
    ward.resolve();
    await together.promise;
  });
  await ward.promise;
  await countAnew(db);
  together.resolve();
  await adding;
  const { rows } = await sql`${keptCounts}`.execute(db);
  expect(rows).toEqual((await sql`${freshCounts}`.execute(db)).rows);
});
