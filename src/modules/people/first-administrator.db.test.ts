import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor, type Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { findBodyByCode, foundNation } from "#modules/places/index.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { person } from "#tests/world.ts";
import { nameAdministrator } from "./commands/name-administrator.ts";
import { administratorNamed } from "./queries/administrator-named.ts";
import { isWithoutAdministrator } from "./queries/is-without-administrator.ts";

let world: TestApp;
const at = new Date("2026-11-20T09:00:00Z");

beforeAll(async () => {
  world = await testApp({ clock: () => at });
});
afterAll(() => world.close());

const by = (actor: Context["actor"]): Context => ({
  db: world.db,
  jobs: world.services.jobs,
  actor,
  at,
  requestId: "test",
});
const operator = (): Context => by(visitor);

test("on an empty installation the operator founds the nation once and names its first administrator", async () => {
  expect(await isWithoutAdministrator(world.db, at)).toBe(true);
  const ana = await person(world.db, { verified: false });
  const code = await foundNation(operator(), "England");
  expect(await foundNation(operator(), "Another")).toBe(code);
  const nation = await findBodyByCode(operator(), code);
  expect(nation).toMatchObject({ name: "England", kind: "nation" });

  expect(await nameAdministrator(operator(), nation, "nobody@example.test")).toBeNull();
  const named = { name: ana.name, hasProvedAddress: false };
  expect(await nameAdministrator(operator(), nation, ana.email.toUpperCase())).toEqual(named);
  expect(await administratorNamed(world.db, ana.email, at)).toMatchObject({ id: ana.id });
  expect(await isWithoutAdministrator(world.db, at)).toBe(false);
  expect(await deeds()).toEqual(["users-insert", "found-nation", "administrator-named"]);
});

test("nobody who is signed in names administrators so, and a person of the demonstration stays who they are", async () => {
  const code = await foundNation(operator(), "England");
  const nation = await findBodyByCode(operator(), code);
  const someone = await person(world.db);
  const signedIn: Person = { kind: "person", ...someone, sessionId: "s", strong: true, roles: [] };
  await expect(nameAdministrator(by(signedIn), nation, someone.email)).rejects.toThrow(Forbidden);
  await expect(foundNation(by(signedIn), "England")).rejects.toThrow(Forbidden);
  const persona = await person(world.db, { persona: "ward-sister" });
  await expect(nameAdministrator(operator(), nation, persona.email)).rejects.toThrow(Forbidden);
});

async function deeds(): Promise<string[]> {
  const rows = await world.db.selectFrom("audit_entries").select("action").orderBy("seq").execute();
  return rows.map((row) => row.action);
}
