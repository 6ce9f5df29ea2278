import { describe, expect, test } from "vitest";
import { roles, type Person, type Role } from "#platform/actor.ts";
import { audiences, type Audience, type Relation } from "./audience.ts";
import {
  isStrongProof,
  mayEndMembership,
  mayGrant,
  mayManageSignOn,
  maySeeField,
  maySeeMembers,
  needsProof,
  relationTo,
  type Place,
} from "./policy.ts";

const nation: Place = { id: "nation", kind: "nation", ancestors: [] };
const system: Place = { id: "system", kind: "local-system", ancestors: ["nation"] };
const trust: Place = { id: "trust", kind: "acute-trust", ancestors: ["system", "nation"] };
const otherTrust: Place = { id: "other", kind: "acute-trust", ancestors: ["system", "nation"] };
const ward: Place = { id: "ward", kind: "ward", ancestors: ["trust", "system", "nation"] };
const academy: Place = { id: "academy", kind: "leadership-academy", ancestors: ["nation"] };
const nationalBody: Place = { id: "national", kind: "national-body", ancestors: ["nation"] };

function holding(role: Role, place: Place, strong = true): Person {
  const held = {
    role,
    bodyId: place.id,
    bodyCode: place.id.toUpperCase(),
    bodyName: place.id,
    bodyKind: place.kind,
  };
  return {
    kind: "person",
    id: "me",
    name: "Me",
    email: "me@example.test",
    sessionId: "s",
    strong,
    roles: [held],
  };
}

const granted = (role: Role, from: Place, body: Place): Role[] =>
  roles.filter((given) => mayGrant(holding(role, from), given, body));

const work: Role[] = ["member", "lead", "coach", "analyst", "board-member", "patient-partner"];
const none: Role[] = [];

/** Every role against every role: what is not written here is refused. */
const table: [string, Place, Place, Partial<Record<Role, Role[]>>][] = [
  ["in one's own trust", trust, trust, { lead: work, administrator: [...work, "administrator"] }],
  ["in the ward below", trust, ward, { lead: work, administrator: [...work, "administrator"] }],
  ["in the system above", trust, system, {}],
  ["in the trust beside", trust, otherTrust, {}],
  [
    "in one's own academy",
    academy,
    academy,
    { lead: [...work, "adviser"], administrator: [...work, "adviser", "administrator"] },
  ],
  [
    "in one's own national body",
    nationalBody,
    nationalBody,
    { lead: work, administrator: [...work, "officer", "administrator"] },
  ],
  ["from a national body in a trust", nationalBody, trust, {}],
  ["in the nation itself", nation, nation, { lead: work, administrator: [...work, "administrator"] }],
  ["from the nation in a trust", nation, trust, { lead: work, administrator: [...work, "administrator"] }],
  [
    "from the nation in a national body",
    nation,
    nationalBody,
    { lead: work, administrator: [...work, "officer", "administrator"] },
  ],
  ["from a system in the nation", system, nation, {}],
];

describe.each(table)("granting %s", (_where, from, body, expected) => {
  test.each(roles)("as %s", (role) => {
    expect(granted(role, from, body)).toEqual(
      roles.filter((given) => (expected[role] ?? none).includes(given)),
    );
  });
});

describe("taking away", () => {
  test.each(roles.flatMap((actor) => roles.map((held) => [actor, held] as const)))(
    "as %s the role of %s",
    (actor, held) => {
      const other = { userId: "other", role: held };
      expect(mayEndMembership(holding(actor, trust), other, trust)).toBe(
        mayGrant(holding(actor, trust), held, trust),
      );
      expect(mayEndMembership(holding(actor, trust), other, otherTrust)).toBe(false);
      expect(mayEndMembership(holding(actor, trust), { userId: "me", role: held }, otherTrust)).toBe(true);
    },
  );
});

test("members see each other, leads and administrators above see below, and nobody sees beside or above", () => {
  for (const role of roles) {
    expect(maySeeMembers(holding(role, trust), trust)).toBe(true);
    expect(maySeeMembers(holding(role, trust), ward)).toBe(role === "lead" || role === "administrator");
    expect(maySeeMembers(holding(role, trust), system)).toBe(false);
    expect(maySeeMembers(holding(role, trust), otherTrust)).toBe(false);
    expect(mayManageSignOn(holding(role, trust), trust)).toBe(role === "administrator");
    expect(maySeeMembers({ kind: "visitor" }, trust)).toBe(false);
  }
});

test("officers and administrators prove twice who they are; nobody else has to", () => {
  for (const role of roles) {
    const privileged = role === "officer" || role === "administrator";
    expect(needsProof(holding(role, trust, false))).toBe(privileged);
    expect(needsProof(holding(role, trust, true))).toBe(false);
  }
});

test("a sign-on is strong when a claim says so, and only then", () => {
  const proof = (claims: string[], strongClaims = ["mfa"]) =>
    isStrongProof({ by: "sign-on", claims, strongClaims });
  expect(proof(["pwd", "mfa"])).toBe(true);
  expect(proof(["pwd"])).toBe(false);
  expect(proof([])).toBe(false);
  expect(proof([], [])).toBe(false);
});

test("each part of a profile reaches whom its owner chose, and nobody further out", () => {
  const reached: Record<Relation, Audience[]> = {
    self: ["only-me", "my-bodies", "signed-in", "public"],
    colleague: ["my-bodies", "signed-in", "public"],
    "signed-in": ["signed-in", "public"],
    visitor: ["public"],
  };
  for (const [relation, expected] of Object.entries(reached) as [Relation, Audience[]][]) {
    expect(audiences.filter((audience) => maySeeField(audience, relation))).toEqual(expected);
  }
  expect(relationTo({ kind: "visitor" }, { id: "x", bodyIds: ["trust"] })).toBe("visitor");
  expect(relationTo(holding("member", trust), { id: "me", bodyIds: [] })).toBe("self");
  expect(relationTo(holding("member", trust), { id: "x", bodyIds: ["trust"] })).toBe("colleague");
  expect(relationTo(holding("member", trust), { id: "x", bodyIds: ["ward"] })).toBe("signed-in");
});
