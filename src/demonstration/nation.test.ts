import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ancestorsOf, isOpen, searchTextOf, type Body } from "./body.ts";
import { makeNation, type Nation } from "./nation.ts";
import { realNames } from "./real-names.ts";
import { organisationCounts, organisationKinds } from "./scale.ts";

const demo = makeNation("demo", "2026-11-24");
const national = makeNation("national", "2026-11-24");
const scales = [demo, national];

const organisationsOf = ({ bodies }: Nation): Body[] =>
  bodies.filter(({ kind }) => (organisationKinds as readonly string[]).includes(kind));

const everyName = (body: Body): string[] => [body.name].concat(body.formerNames.map(({ name }) => name));

const count = ({ bodies }: Nation, kind: string): number =>
  bodies.filter((body) => body.kind === kind && isOpen(body)).length;

test("the same seed gives the same bodies, byte for byte", () => {
  expect(digest(makeNation("demo", "2026-11-24").bodies)).toBe(digest(demo.bodies));
});

function digest(bodies: readonly Body[]): string {
  const hash = createHash("sha256");
  for (const { parent, successor, areas, ...told } of bodies) {
    hash.update(JSON.stringify([told, parent?.id, successor?.id, areas.map((area) => area.id)]));
  }
  return hash.digest("hex");
}

test("the demonstration is a part of the nation: each of its bodies is there with the same name, id and place", () => {
  for (const body of demo.bodies) {
    const twin = national.body(body.code);
    expect([twin.id, twin.name, twin.postcode, ancestorsOf(twin)]).toEqual([
      body.id,
      body.name,
      body.postcode,
      ancestorsOf(body),
    ]);
  }
});

describe("how many there are", () => {
  const everywhere = {
    nation: 1,
    "national-body": 13,
    region: 4,
    "local-system": 44,
    ahsn: 15,
    "leadership-academy": 10,
    "clinical-network": 48,
    "clinical-senate": 12,
  };

  test.each(Object.entries(everywhere))("%s: %i at both scales", (kind, expected) => {
    expect(scales.map((nation) => count(nation, kind))).toEqual([expected, expected]);
  });

  test.each(Object.entries(organisationCounts))(
    "%s: the numbers of 2016 at national scale",
    (kind, { national: expected }) => {
      expect(count(national, kind)).toBe(expected);
    },
  );

  test("about 500 organisations and 400 teams and wards in the demonstration", () => {
    expect(organisationsOf(demo).filter(isOpen).length).toBe(490);
    expect(count(demo, "team") + count(demo, "ward")).toBe(408);
  });

  test("about 8,300 organisations and 20,000 bodies in the nation", () => {
    expect(organisationsOf(national).filter(isOpen).length).toBe(8_337);
    expect(Math.abs(national.bodies.length - 20_000)).toBeLessThan(500);
  });

  test("every local system has practices, a hospital, a commissioner and a council", () => {
    const needed = ["gp-practice", "acute-trust", "clinical-commissioning-group", "council"];
    for (const system of demo.bodies.filter((body) => body.kind === "local-system")) {
      const kinds = new Set(demo.bodies.filter((body) => body.parent === system).map((body) => body.kind));
      expect([...kinds]).toEqual(expect.arrayContaining(needed));
    }
  });
});

describe("names", () => {
  const below = national.bodies.filter(({ kind }) => kind !== "nation" && kind !== "national-body");

  test("no invented body or town has the name of a real town, trust or charity in it", () => {
    const real = new RegExp(String.raw`\b(${realNames.join("|")})\b`);
    const texts = new Set(below.flatMap((body) => everyName(body).concat(body.town)));
    // A doctor may be called after a town, as people are.
    const places = [...texts].map((text) => text.replace(/^Dr \S+ and Partners/, ""));
    expect(places.filter((text) => real.test(text))).toEqual([]);
    expect(real.test("Leeds and Borders Ambulance Service NHS Trust")).toBe(true);
  });

  test("codes are unique, well formed and unlike the service's own, which have no hyphen", () => {
    const codes = national.bodies.map((body) => body.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[A-Z]{2,3}(-[A-Z0-9]+)*$/.test(code) || code.length > 20)).toEqual([]);
    expect(codes.filter((code) => !code.includes("-"))).toEqual(["ENG"]);
  });

  test("no two organisations share a name, now or before", () => {
    const names = organisationsOf(national).flatMap(everyName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => / \(\d+\)$/.test(name))).toEqual([]);
  });

  test("a name fits a heading and stays in plain letters, so that both ways of lowering it agree", () => {
    expect(national.bodies.filter(({ name }) => name.length > 65 || /[^ -~]/.test(name))).toEqual([]);
  });

  test("post, telephone and mail lead nowhere real", () => {
    for (const body of national.bodies) {
      expect(body.postcode).toMatch(/^[QVX][A-Z]\d \d[A-Z]{2}$/);
      expect(body.contactPhone).toMatch(/^01632 960\d{3}$/);
      expect(body.contactEmail).toMatch(/^[a-z0-9.-]+@[a-z0-9-]{1,63}\.example$/);
    }
  });
});

test("every body says what it is for, what it is not for and whom to ask", () => {
  const silent = national.bodies.filter(
    (body) => !body.purpose || !body.notFor || !body.contactName || !body.town,
  );
  expect(silent).toEqual([]);
});

describe("areas of support", () => {
  test("every open organisation has one academy, one senate, four networks and one or two academic networks", () => {
    for (const body of organisationsOf(national).filter(isOpen)) {
      const kinds = body.areas
        .map((area) => area.kind)
        .sort()
        .join(" ");
      expect(kinds.replace("ahsn ahsn", "ahsn")).toBe(
        "ahsn clinical-network clinical-network clinical-network clinical-network clinical-senate leadership-academy",
      );
      expect(new Set(body.areas.flatMap(({ topic }) => topic ?? [])).size).toBe(4);
    }
  });

  test("some organisations stand on the border of two academic networks, but not many", () => {
    const twice = organisationsOf(national).filter((body) => body.areas.length === 8).length;
    expect(twice).toBeGreaterThan(80);
    expect(twice).toBeLessThan(900);
  });

  test.each(scales.map((nation) => [nation.scale, nation] as const))("areas do not nest: %s", (_, nation) => {
    expect(straddling(nation, "ahsn", (body) => areaOf(body, "leadership-academy"))).toBeGreaterThanOrEqual(
      12,
    );
    expect(straddling(nation, "leadership-academy", (body) => areaOf(body, "ahsn"))).toBeGreaterThanOrEqual(
      9,
    );
    expect(
      straddling(nation, "clinical-senate", (body) => areaOf(body, "clinical-network")),
    ).toBeGreaterThanOrEqual(8);
    expect(straddling(nation, "ahsn", (body) => body.parent!.parent!.code)).toBeGreaterThanOrEqual(5);
    expect(straddling(nation, "local-system", (body) => areaOf(body, "ahsn"))).toBeGreaterThanOrEqual(10);
  });

  test("no area stands empty", () => {
    const kept = new Set(organisationsOf(demo).flatMap((body) => body.areas));
    expect(demo.bodies.filter((body) => body.contactEmail && isArea(body) && !kept.has(body))).toEqual([]);
  });
});

const isArea = ({ kind }: Body): boolean =>
  ["ahsn", "leadership-academy", "clinical-network", "clinical-senate"].includes(kind);

const areaOf = (body: Body, kind: string): string => body.areas.find((area) => area.kind === kind)!.code;

/** How many bodies of a kind have organisations in more than one of what the other asks for. */
function straddling(nation: Nation, kind: string, other: (body: Body) => string): number {
  const found = new Map<Body, Set<string>>();
  for (const body of organisationsOf(nation).filter(isOpen)) {
    for (const group of [...body.areas, body.parent!].filter((one) => one.kind === kind)) {
      found.set(group, (found.get(group) ?? new Set()).add(other(body)));
    }
  }
  return [...found.values()].filter((others) => others.size > 1).length;
}

describe("history", () => {
  test("bodies have merged, been renamed and closed, and an old name still finds its successor", () => {
    const closed = demo.bodies.filter((body) => !isOpen(body));
    const merged = closed.filter((body) => body.successor);
    expect(merged.length).toBeGreaterThan(20);
    expect(closed.length - merged.length).toBeGreaterThan(2);
    for (const { successor, closedOn } of merged) {
      expect(isOpen(successor!)).toBe(true);
      expect(demo.bodies).toContain(successor);
      expect(closedOn! >= "2015").toBe(true);
    }
    const renamed = demo.bodies.filter((body) => body.formerNames.length > 0);
    expect(renamed.length).toBeGreaterThan(60);
    for (const body of renamed)
      expect(searchTextOf(body)).toContain(body.formerNames[0]!.name.toLowerCase().split(" ")[0]);
  });

  test("a closed body has no teams and no areas of support", () => {
    const closed = new Set(national.bodies.filter((body) => !isOpen(body)));
    expect(national.bodies.filter((body) => body.parent && closed.has(body.parent))).toEqual([]);
    for (const body of closed) expect(body.areas).toEqual([]);
  });
});
