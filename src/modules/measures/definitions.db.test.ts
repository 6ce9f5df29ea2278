import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";

let app: TestApp;
let ward: TestBody;
let sister: Browse;
let other: Browse;
let otherWard: TestBody;
let definition: string;

beforeAll(async () => {
  app = await testApp();
  ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  otherWard = await body(app.db, { kind: "ward", parent: await body(app.db) });
  const who = await person(app.db);
  await member(app.db, who, ward, "lead");
  const second = await person(app.db);
  await member(app.db, second, otherWard, "member");
  [sister, other] = [await app.as(who), await app.as(second)];
});

afterAll(() => app.close());

async function start(browse: Browse, place: TestBody, name: string): Promise<string> {
  const saved = await browse("/measures/new/details", {
    form: {
      name,
      form: "proportion",
      place: place.code,
      numerator: "charts complete",
      denominator: "charts looked at",
      better: "higher",
      frequency: "week",
      visibility: "team",
      authority: "",
    },
  });
  return saved.headers.get("Location")!.replace("?done=started", "");
}

describe("a definition", () => {
  let address: string;

  test("is said a few things at a time, each change a version with its reason", async () => {
    address = await start(sister, ward, "Pressure ulcer charts complete");
    const list = await (await sister(`${address}/definition`)).text();
    expect(list).toContain("Incomplete");
    const form = {
      operational: "All 6 parts are filled in within 6 hours",
      numerator: "charts complete",
      denominator: "charts looked at",
      multiplier: "100",
      unit: "",
    };
    const without = await sister(`${address}/definition/counts`, { form: { ...form, _version: "1" } });
    expect(without.status).toBe(422);
    const saved = await sister(`${address}/definition/counts`, {
      form: { ...form, reason: "So that nights count the same", _version: "1" },
    });
    expect(saved.status).toBe(303);
    expect(await (await sister(address)).text()).toContain("All 6 parts are filled in");
    const stale = await sister(`${address}/definition/counts`, {
      form: { ...form, operational: "Only 5", reason: "Another thought", _version: "1" },
    });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("All 6 parts are filled in");
  });

  test("is put into the catalogue, and found with a slip of the finger", async () => {
    await sister(`${address}/definition/share`, { form: {} });
    for (const words of ["pressure ulcer", "presure ulser", "CHARTS complete"]) {
      const found = await (await app.anonymous()(`/measures?q=${encodeURIComponent(words)}`)).text();
      expect(found).toContain("Pressure ulcer charts complete");
      definition = /href="(\/measures\/[0-9a-f-]{36})"/.exec(found)![1]!;
    }
    expect(await (await sister("/measures?q=zzzqqq")).text()).toContain("Nothing found");
    expect(await (await sister("/measures?kind=balancing")).text()).not.toContain("Pressure ulcer");
  });

  test("is taken with its version pinned, and told of the next", async () => {
    const version = 2;
    const taken = await other(`${definition}/start`, {
      form: {
        place: otherWard.code,
        collector: "The clerk",
        source: "",
        visibility: "team",
        version: `${version}`,
      },
    });
    expect(taken.status).toBe(303);
    const own = taken.headers.get("Location")!.replace("?done=started", "");
    expect(await (await other(own)).text()).toContain(`Made from version ${version} of`);
    expect((await other(`${definition}/change`)).status).toBe(403);
    const changed = await sister(`${definition}/change`, {
      form: {
        name: "Pressure ulcer charts complete",
        kind: "process",
        why: "",
        operational: "All 7 parts are filled in",
        numerator: "charts complete",
        denominator: "charts looked at",
        multiplier: "100",
        unit: "",
        better: "higher",
        frequency: "week",
        topic: "Skin",
        reason: "The chart has a part more",
        _version: "2",
      },
    });
    expect(changed.status).toBe(303);
    const told = await (await other(own)).text();
    expect(told).toContain("Version 3 exists");
    const compared = await (await other(`${definition}/compare?a=2&b=3`)).text();
    expect(compared).toContain("The chart has a part more");
    expect(compared).toContain("All 6 parts");
    expect((await other(`${own}/definition/take-up`, { form: { version: "1" } })).status).toBe(303);
    const after = await (await other(own)).text();
    expect(after).toContain("Made from version 3 of");
    expect(after).toContain("All 7 parts");
    expect(after).toContain("The clerk");
  });

  test("is no longer offered once it is retired, and what was made from it goes on", async () => {
    await sister(`${definition}/retire`, { form: { reason: "The chart is gone" } });
    expect(await (await sister("/measures?q=pressure")).text()).not.toContain(definition);
    expect(await (await sister(definition)).text()).toContain("The chart is gone");
    const taken = await other(`${definition}/start`, {
      form: { place: otherWard.code, collector: "", source: "", visibility: "team", version: "3" },
    });
    expect(taken.status).toBe(422);
    expect((await sister(address)).status).toBe(200);
  });
});
