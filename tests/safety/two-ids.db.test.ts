import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Row } from "./expect.ts";
import { expectations } from "./expectations.ts";
import { letIn, outcomeOf } from "./outcome.ts";
import { paramsOf, splitRoute } from "./routes.ts";
import { isHarmless, told, type Change } from "./setup/changes.ts";
import { openHouse, type House } from "./setup/house.ts";
import { bodyRelations, buildNation, type BodyRelation, type Nation, type Persona } from "./setup/nation.ts";
import { call } from "./walk.ts";

let house: House;
let nation: Nation;
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
});
afterAll(() => house.close());

/** The ids of a row when its body stands in one relation and all else that it names in another. */
function mixed(row: Row, body: BodyRelation, rest: BodyRelation, persona: Persona): Row {
  const params = { ...row.params?.({ nation, persona, relation: rest }), code: nation.bodies[body].code };
  return { ...row, params: () => params };
}

/** Routes that name a body and something that belongs to it. Their ids must be judged together. */
const paired = expectations.filter(
  ({ route, about }) => about === "body" && paramsOf(splitRoute(route).pattern).length >= 2,
);

async function tried(row: Row, persona: Persona, relation: BodyRelation) {
  return house.attempt(async () => {
    const response = await call(house, row, { nation, persona, relation });
    await response.text();
    const changes = (await house.changes()).filter((change) => !isHarmless(change));
    return { outcome: outcomeOf(response, house.origin), changes };
  });
}

const moved = (changes: readonly Change[]): string => changes.map(told).join("; ");

describe("two ids that do not belong together name nothing (S4)", () => {
  test("there are such routes", () => expect(paired.length).toBeGreaterThan(8));

  // Somebody who may do it in both bodies is the sharpest question: only the pair itself can be what is wrong.
  const crossed: [Persona, readonly BodyRelation[]][] = [
    ["platform", bodyRelations],
    ["leadRegion", ["own", "parent"]],
    ["adminA", ["own", "below", "other"]],
    ["leadA", ["own", "below"]],
    ["adminB", ["own", "other"]],
  ];
  test.each(crossed)("as %s", async (persona, relations) => {
    const faults: string[] = [];
    for (const row of paired) {
      for (const body of relations) {
        for (const rest of relations.filter((relation) => relation !== body)) {
          const { outcome, changes } = await tried(mixed(row, body, rest, persona), persona, body);
          const said = `${row.route} with ${body} and what belongs to ${rest}`;
          if (letIn.has(outcome) || outcome === "fault") faults.push(`${said}: ${outcome}`);
          if (changes.length > 0) faults.push(`${said}: ${moved(changes)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test("negative control: the same calls with ids that belong together do their work", async () => {
    const done: string[] = [];
    for (const row of paired) {
      const { outcome } = await tried(mixed(row, "own", "own", "platform"), "platform", "own");
      if (letIn.has(outcome)) done.push(row.route);
    }
    expect(done).toHaveLength(paired.length);
  });
});

describe("an id in a form is judged as much as the one in the address (S4)", () => {
  const version = "1";
  type Confused = {
    name: string;
    route: string;
    as: Persona;
    at: BodyRelation;
    form(): Record<string, string>;
  };

  /** Each names something of its own in the address and something of another's in the form. */
  const confused: Confused[] = [
    {
      name: "merges a foreign body into an own one",
      route: "POST /bodies/:code/merge",
      as: "adminA",
      at: "own",
      form: () => ({ ...nation.today("on"), bodies: nation.places.wardOfB.code, _confirmed: "yes" }),
    },
    {
      name: "merges a foreign body among own ones",
      route: "POST /bodies/:code/merge",
      as: "adminA",
      at: "own",
      form: () => ({
        ...nation.today("on"),
        bodies: `${nation.places.ward.code}\n${nation.places.wardOfB.code}`,
        _confirmed: "yes",
      }),
    },
    {
      name: "moves an own body below a foreign one",
      route: "POST /bodies/:code/move",
      as: "adminA",
      at: "below",
      form: () => ({ parent: nation.bodies.other.code, _version: version, _confirmed: "yes" }),
    },
    {
      name: "closes an own body into a foreign one",
      route: "POST /bodies/:code/close",
      as: "adminA",
      at: "below",
      form: () => ({ ...nation.today("on"), successor: nation.bodies.other.code, _confirmed: "yes" }),
    },
    {
      name: "names a foreign body by its picker's hidden field",
      route: "POST /bodies/:code/move",
      as: "adminA",
      at: "below",
      form: () => ({
        parent: nation.places.ward.code,
        "parent-chosen": nation.bodies.other.code,
        _version: version,
        _confirmed: "yes",
      }),
    },
    {
      name: "makes somebody an administrator through a form for members",
      route: "POST /bodies/:code/people/:userId/role",
      as: "leadA",
      at: "own",
      form: () => ({ from: "member", to: "administrator" }),
    },
    {
      name: "takes a role that is not held",
      route: "POST /bodies/:code/people/:userId/end",
      as: "leadA",
      at: "own",
      form: () => ({ role: "administrator" }),
    },
  ];

  test.each(confused)("$as $name", async ({ route, as, at, form }) => {
    const row = expectations.find((one) => one.route === route)!;
    const { outcome, changes } = await tried({ ...row, send: form }, as, at);
    expect(["refused", "hidden", "problem"]).toContain(outcome);
    expect(moved(changes)).toBe("");
  });

  test("negative control: with ids of its own, each of the first five changes something", async () => {
    const own: Record<string, string> = {
      bodies: nation.places.ward.code,
      parent: nation.places.ward.code,
      successor: nation.places.ward.code,
    };
    for (const { name, route, as, at, form } of confused.slice(0, 5)) {
      const row = expectations.find((one) => one.route === route)!;
      const { "parent-chosen": _, ...sent } = form();
      const mine = Object.fromEntries(
        Object.entries(sent).map(([field, value]) => [field, own[field] ?? value]),
      );
      const { changes } = await tried({ ...row, send: () => mine }, as, at);
      expect(changes.length, name).toBeGreaterThan(0);
    }
  });
});
