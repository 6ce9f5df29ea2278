import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicRoutes } from "#web/public-routes.ts";
import { person } from "#tests/world.ts";
import { everyone, people, type Row } from "./expect.ts";
import { expectations } from "./expectations.ts";
import { demonstrationDoors, openDoors } from "./expectations/front-hall.ts";
import { routesOf, unmethodedRoutesOf } from "./routes.ts";
import { openHouse, type House } from "./setup/house.ts";
import { buildNation } from "./setup/nation.ts";
import { partOf, parts } from "./stranger/walk-part.ts";
import { walk } from "./walk.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse({ undo: true });
});
afterAll(() => house.close());

test("every route that exists has a row, and every row has a route (S2)", () => {
  const routes = routesOf(house.app);
  const rows = new Set(expectations.map((row) => row.route));
  const without = routes.filter((route) => !rows.has(route));
  expect(without, "these routes have no row: say in tests/safety/expectations who may call them").toEqual([]);
  const gone = [...rows].filter((route) => !routes.includes(route));
  expect(gone, "these rows have no route: take them out of tests/safety/expectations").toEqual([]);
  expect(unmethodedRoutesOf(house.app), "a handler for all methods escapes the table").toEqual([]);
});

test("the walks beside this file take every row, each once", () => {
  const walked = parts.flatMap((part) => partOf(expectations, part));
  expect(walked.map(({ route }) => route).sort()).toEqual(expectations.map(({ route }) => route).sort());
});

describe("negative controls: what is wrong is noticed", () => {
  const planted = "/planted/page";
  const row = (granted: Row["granted"]): Row => ({ route: `GET ${planted}`, about: "nothing", granted });

  async function withPlanted(visit: (house: House) => Promise<void>): Promise<void> {
    const other = await openHouse({ undo: true });
    other.app.get(planted, (c) => c.text("something of somebody's"));
    try {
      await visit(other);
    } finally {
      await other.close();
    }
  }

  test("a route without a row", async () => {
    await withPlanted(async (other) => {
      const rows = new Set(expectations.map(({ route }) => route));
      expect(routesOf(other.app).filter((route) => !rows.has(route))).toEqual([`GET ${planted}`]);
    });
  });

  test("a route that stands open by mistake, and one that is closed by mistake", async () => {
    await withPlanted(async (other) => {
      const elsewhere = await buildNation(other);
      const rows = [row({ page: ["memberA"] })];
      expect((await walk(other, elsewhere, { rows })).leaks).toHaveLength(people.length - 1);
      const open = publicRoutes as Set<string>;
      open.add(`GET ${planted}`);
      expect((await walk(other, elsewhere, { rows })).leaks).toHaveLength(everyone.length - 1);
      open.delete(`GET ${planted}`);
      expect((await walk(other, elsewhere, { rows: [row({ page: everyone })] })).denials).toHaveLength(2);
    });
  });

  test("a page that changes something, and a deed without its entry", async () => {
    const other = await openHouse({ undo: true });
    other.app.get(planted, async (c) => {
      await other.db.updateTable("bodies").set({ town: "Elsewhere" }).execute();
      return c.text("read");
    });
    const seen = await walk(other, await buildNation(other), {
      rows: [row({ page: people })],
      personas: ["memberA"],
    });
    await other.close();
    expect(seen.touched.length).toBeGreaterThan(0);
    expect(seen.unaudited).toHaveLength(1);
  });
});

describe("the doors of a demonstration", () => {
  test("stand open in a demonstration, and lead in as its own people only", async () => {
    const open = await openHouse({ undo: true, demonstration: true });
    await person(open.db, { persona: "ward-sister" });
    const seen = await walk(open, await buildNation(open), { rows: openDoors });
    await open.close();
    expect([...seen.leaks, ...seen.denials, ...seen.faults, ...seen.touched]).toEqual([]);
    expect(seen.cells).toBe(demonstrationDoors.length * everyone.length);
  });

  test("are not there otherwise: the walk above found them hidden from all", () => {
    expect(demonstrationDoors.map(({ route }) => route)).toEqual(openDoors.map(({ route }) => route));
    expect(expectations).toEqual(expect.arrayContaining([...demonstrationDoors]));
  });
});
