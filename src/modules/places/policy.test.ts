import { expect, test } from "vitest";
import { visitor, type Actor, type Role } from "#platform/actor.ts";
import { StepUpNeeded } from "#platform/problem.ts";
import {
  mayAddTeam,
  mayEditBody,
  mayImport,
  mayReceive,
  mayRestructure,
  maySeeBodies,
  requireStrongSession,
} from "./policy.ts";

const trust = {
  id: "trust",
  ancestors: ["system", "region", "nation"],
  tier: "organisation",
  closedOn: null,
} as const;

function holding(role: Role, bodyId: string, strong = true): Actor {
  const bodyKind = bodyId === "nation" ? "nation" : "acute-trust";
  const held = { role, bodyId, bodyCode: bodyId, bodyName: bodyId, bodyKind };
  return {
    kind: "person",
    id: "p",
    name: "P",
    email: "p@example.test",
    sessionId: "s",
    strong,
    roles: [held],
  };
}

/** Who, and whether they may: see, edit, add a team, restructure, receive, import. */
const table: [string, Actor, [boolean, boolean, boolean, boolean, boolean, boolean]][] = [
  ["a visitor", visitor, [true, false, false, false, false, false]],
  ["a member of the trust", holding("member", "trust"), [true, false, false, false, false, false]],
  ["a coach of the trust", holding("coach", "trust"), [true, false, false, false, false, false]],
  ["an officer of the nation", holding("officer", "nation"), [true, false, false, false, false, false]],
  ["a lead of the trust", holding("lead", "trust"), [true, true, true, false, false, false]],
  [
    "an administrator of the trust",
    holding("administrator", "trust"),
    [true, true, true, false, true, false],
  ],
  ["a lead of its system", holding("lead", "system"), [true, true, true, false, false, false]],
  [
    "an administrator of its system",
    holding("administrator", "system"),
    [true, true, true, true, true, false],
  ],
  [
    "an administrator of its region",
    holding("administrator", "region"),
    [true, true, true, true, true, false],
  ],
  [
    "an administrator of the nation",
    holding("administrator", "nation"),
    [true, true, true, true, true, true],
  ],
  ["a lead of another trust", holding("lead", "other"), [true, false, false, false, false, false]],
  [
    "an administrator of another trust",
    holding("administrator", "other"),
    [true, false, false, false, false, false],
  ],
];

test.each(table)("what %s may do with a trust", (_, actor, expected) => {
  expect([
    maySeeBodies(actor),
    mayEditBody(actor, trust),
    mayAddTeam(actor, trust),
    mayRestructure(actor, trust),
    mayReceive(actor, trust),
    mayImport(actor),
  ]).toEqual(expected);
});

test("the administrator of the nation may do all with a body that stands in no lineage", () => {
  const loose = { id: "area", ancestors: [] };
  expect(mayRestructure(holding("administrator", "nation"), loose)).toBe(true);
  expect(mayRestructure(holding("administrator", "region"), loose)).toBe(false);
});

test("a closed body gets no new team", () => {
  expect(mayAddTeam(holding("lead", "trust"), { ...trust, closedOn: "2016-01-01" })).toBe(false);
});

test("structure needs a session that was proved by more than a password", () => {
  expect(() => requireStrongSession(holding("administrator", "nation", false))).toThrow(StepUpNeeded);
  expect(() => requireStrongSession(visitor)).toThrow(StepUpNeeded);
  expect(() => requireStrongSession(holding("administrator", "nation"))).not.toThrow();
});
