import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "#platform/perform.ts";
import { visitor } from "#platform/actor.ts";
import { body } from "#tests/world.ts";
import { isDomain, isHarmless } from "./changes.ts";
import { openHouse, type House } from "./house.ts";
import { buildNation } from "./nation.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse({ undo: true });
});
afterAll(() => house.close());

const context = () => ({
  db: house.db,
  jobs: house.services.jobs,
  actor: visitor,
  at: house.clock.now,
  requestId: "r",
});

test("a deed is seen while it lasts, and undone", async () => {
  const { id } = await body(house.db, { name: "The first name" });
  await house.changes();
  await house.attempt(async () => {
    await perform(context(), async (tx) => {
      await tx.updateTable("bodies").set({ name: "Another name" }).where("id", "=", id).execute();
      return { result: null, did: { action: "rename", kind: "body", id } };
    });
    const changes = await house.changes();
    expect(changes.filter(isDomain)).toMatchObject([
      { place: "bodies", op: "UPDATE", after: { name: "Another name" } },
    ]);
    expect(changes.some(({ place }) => place === "audit_entries")).toBe(true);
    expect(changes.every(isHarmless)).toBe(false);
  });
  const kept = await house.db
    .selectFrom("bodies")
    .select("name")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(kept.name).toBe("The first name");
  expect(await house.changes()).toEqual([]);
});

test("a statement that fails fails alone, and a deed that fails leaves nothing", async () => {
  await house.attempt(async () => {
    await expect(
      house.db
        .insertInto("facts")
        .values({ name: null as never, value: "1" })
        .execute(),
    ).rejects.toThrow();
    await expect(
      perform(context(), async (tx) => {
        await tx.insertInto("facts").values({ name: "half", value: "1" }).execute();
        await tx
          .insertInto("facts")
          .values({ name: null as never, value: "1" })
          .execute();
        return { result: null, did: { action: "never", kind: "fact", id: "half" } };
      }),
    ).rejects.toThrow();
    expect(await house.changes()).toEqual([]);
    expect(await house.db.selectFrom("facts").select("name").where("name", "=", "half").execute()).toEqual(
      [],
    );
  });
});

test("the nation stands, and each of its people has a session", async () => {
  const nation = await buildNation(house);
  expect(Object.values(nation.cookies).filter(Boolean)).toHaveLength(15);
});
