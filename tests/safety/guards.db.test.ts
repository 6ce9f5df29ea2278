import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bestCaller } from "./best-caller.ts";
import { isNobody, relationsOf, type Cell, type Row } from "./expect.ts";
import { expectations } from "./expectations.ts";
import { isHarmless, told } from "./setup/changes.ts";
import { openHouse, type House } from "./setup/house.ts";
import { buildNation, type Nation } from "./setup/nation.ts";
import { guards, without } from "./setup/without.ts";
import { headerFaults } from "./headers.ts";
import { call } from "./walk.ts";

let house: House;
let nation: Nation;
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
});
afterAll(() => house.close());

const unsafe = expectations.filter(({ route }) => !route.startsWith("GET "));

describe("another site cannot act for somebody who is signed in here (S43)", () => {
  const own = "http://localhost:3000";
  /** What a browser would send for a form on another site, and what a program that lies would. */
  const forgeries: Record<string, Record<string, string | undefined>> = {
    "another site": { Origin: "https://evil.example" },
    "a name below ours": { Origin: "http://evil.localhost:3000" },
    "a name that ends like ours": { Origin: "http://evil-localhost:3000" },
    "another port": { Origin: "http://localhost:3001" },
    "another scheme": { Origin: "https://localhost:3000" },
    "a hidden origin": { Origin: "null" },
    "no origin": { Origin: undefined },
    "no origin, from another site": { Origin: undefined, "Sec-Fetch-Site": "cross-site" },
    "no origin, from a sister site": { Origin: undefined, "Sec-Fetch-Site": "same-site" },
    "our origin, from another site": { Origin: own, "Sec-Fetch-Site": "cross-site" },
    "our origin in the referrer only": { Origin: undefined, Referer: `${own}/me` },
    "two origins": { Origin: `${own}, https://evil.example` },
  };

  async function forged(house: House, row: Row, headers: Record<string, string | undefined>) {
    const cell = bestCaller(row, nation);
    if (!cell) return { status: 0, changes: [] };
    return house.attempt(async () => {
      const response = await call(house, row, cell, headers);
      return {
        status: response.status,
        changes: (await house.changes()).filter((change) => !isHarmless(change)),
      };
    });
  }

  test.each(Object.entries(forgeries))("from %s", async (_, headers) => {
    const faults: string[] = [];
    for (const row of unsafe) {
      const { status, changes } = await forged(house, row, headers);
      if (status !== 0 && status !== 403) faults.push(`${row.route} answered ${status}`);
      faults.push(...changes.map((change) => `${row.route}: ${told(change)}`));
    }
    expect(faults).toEqual([]);
  });

  test("negative control: without the guard, most of them change something", async () => {
    const open = { ...house, app: without(house.app, guards.origin) };
    const changed = new Set<string>();
    for (const row of unsafe) {
      const { changes } = await forged(open, row, { Origin: "https://evil.example" });
      if (changes.length > 0) changed.add(row.route);
    }
    expect(changed.size).toBeGreaterThan(15);
  });
});

describe("every answer carries its guards (S48)", () => {
  async function faultsOf(house: House, cells: (row: Row) => (Cell | undefined)[]): Promise<string[]> {
    const faults: string[] = [];
    for (const row of expectations) {
      for (const cell of cells(row)) {
        if (!cell) continue;
        const response = await house.attempt(() => call(house, row, cell));
        const expected = { personal: !isNobody(cell.persona), secure: false };
        faults.push(
          ...headerFaults(response, expected).map((fault) => `${row.route} as ${cell.persona}: ${fault}`),
        );
      }
    }
    return faults;
  }

  const best = (row: Row) => bestCaller(row, nation);
  const stranger = (row: Row): Cell => ({ nation, persona: "visitor", relation: relationsOf(row.about)[0]! });

  test("on every route, to nobody and to whoever it is for", async () => {
    expect(await faultsOf(house, (row) => [stranger(row), best(row)])).toEqual([]);
  }, 240_000);

  const errors: [string, string, RequestInit?][] = [
    ["nothing there", "/nothing/here"],
    ["nothing there in the API", "/api/v1/nothing"],
    ["an address that cannot be read", "/bodies/%ff%fe"],
    ["a body that is not there", "/bodies/NONE"],
    ["a method that is not taken", "/bodies", { method: "DELETE" }],
    ["another site's form", "/sign-in", { method: "POST", headers: { Origin: "https://evil.example" } }],
    ["something far too large", "/sign-in", { method: "POST", body: "x".repeat(300_000) }],
    [
      "a form that cannot be read",
      "/sign-in",
      { method: "POST", body: "x", headers: { "Content-Type": "multipart/form-data" } },
    ],
    ["a form with problems", "/sign-in", { method: "POST", body: new URLSearchParams({ email: "x" }) }],
    ["options", "/me", { method: "OPTIONS" }],
    ["only the headers", "/bodies", { method: "HEAD" }],
    ["a fault of ours", "/planted/fault"],
  ];

  test.each(errors)("on %s", async (_, path, init) => {
    const app = without(house.app, guards.deny);
    app.get("/planted/fault", () => {
      throw new Error("planted");
    });
    const headers = { Origin: house.origin, ...init?.headers };
    const response = await app.request(`${house.origin}${path}`, { ...init, headers });
    expect(headerFaults(response, { personal: true, secure: false })).toEqual([]);
  });

  test("over https, browsers are told to stay there", async () => {
    const secure = await openHouse({ undo: true, settings: { BASE_URL: "https://throughline.example" } });
    try {
      for (const path of ["/", "/bodies", "/me", "/nothing", "/assets/favicon.svg", "/api/v1/bodies"]) {
        const response = await secure.app.request(`${secure.origin}${path}`);
        expect(headerFaults(response, { personal: false, secure: true }), path).toEqual([]);
      }
    } finally {
      await secure.close();
    }
  });

  test("signing out clears what the browser holds of us", async () => {
    await house.attempt(async () => {
      const row = expectations.find(({ route }) => route === "POST /sign-out")!;
      const response = await call(house, row, { nation, persona: "memberA", relation: "none" });
      expect(response.headers.get("Clear-Site-Data")).toContain('"cookies"');
      expect(response.headers.getSetCookie().join()).toMatch(/Max-Age=0/i);
      const after = await house.app.request(`${house.origin}/me`, {
        headers: { Cookie: nation.cookies.memberA! },
      });
      expect(after.status, "the session is dead on the server too").toBe(303);
    });
  });

  test("negative control: without the guard, every route is at fault", async () => {
    const bare = { ...house, app: without(house.app, guards.headers) };
    expect((await faultsOf(bare, (row) => [stranger(row)])).length).toBeGreaterThan(expectations.length);
  }, 240_000);

  test("negative control: a weaker policy on one page is noticed", () => {
    const weak = new Response("", {
      headers: { "Content-Security-Policy": "default-src 'self' 'unsafe-inline'" },
    });
    expect(headerFaults(weak, { personal: true, secure: true }).length).toBeGreaterThan(3);
  });
});
