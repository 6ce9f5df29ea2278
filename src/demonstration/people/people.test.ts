import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { roles } from "#platform/actor.ts";
import { isOpen } from "../body.ts";
import { makeNation } from "../nation.ts";
import type { Person } from "./person.ts";
import { profileOf } from "./profile.ts";

const demo = makeNation("demo", "2026-11-24");
const national = makeNation("national", "2026-11-24");
const people = [...demo.people()];

const sample = (nation: typeof demo): Person[] =>
  nation.bodies.filter((_, place) => place % 97 === 0).flatMap((body) => Array.from(nation.peopleOf(body)));

test("the same seed gives the same people, their profiles and their memberships", () => {
  const digest = (nation: typeof demo): string => {
    const hash = createHash("sha256");
    for (const person of nation.people()) {
      const held = nation.membershipsOf(person).map(({ body, ...rest }) => [body.id, rest]);
      hash.update(JSON.stringify([person.id, person.name, person.email, profileOf(person), held]));
    }
    return hash.digest("hex");
  };
  expect(digest(makeNation("demo", "2026-11-24"))).toBe(digest(demo));
});

test("there are 2,000 in the demonstration and 200,000 in the nation", () => {
  expect(people.length).toBe(2_000);
  // Serial numbers have no gaps, so that the last one is the count.
  const lastBody = national.bodies.findLast(isOpen)!;
  expect([...national.peopleOf(lastBody)].at(-1)!.serial).toBe(200_000);
});

test("nobody is there twice", () => {
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
});

test("an address is lower case, plain, and can never be reached", () => {
  for (const { email } of [...people, ...sample(national)]) {
    expect(email).toMatch(/^[a-z]+\.[a-z]+(\.\d+)?@[a-z0-9-]+\.example$/);
  }
});

test("the people of one body are the same whether asked for alone or with everybody", () => {
  const home = demo.body("AT-22-01");
  expect([...demo.peopleOf(home)]).toEqual(people.filter((person) => person.home === home));
});

describe("personas", () => {
  const keys = [
    "01-ward-sister",
    "02-practice-manager",
    "03-patient-partner",
    "04-improvement-coach",
    "05-analyst",
    "06-board-member",
    "07-local-system-lead",
    "08-leadership-academy-adviser",
    "09-national-body-officer",
    "10-administrator",
  ];

  test("all ten are there, at both scales the same people in the same places", () => {
    expect(demo.personas.map(({ persona }) => persona)).toEqual(keys);
    const told = (nation: typeof demo): unknown[] =>
      nation.personas.map((person) => [person.id, person.name, person.email, person.home.code, person.role]);
    expect(told(national)).toEqual(told(demo));
  });

  test("each says in one line what they come to do, and has a title of their own", () => {
    const profiles = demo.personas.map(profileOf);
    for (const { about } of profiles) expect(about).toMatch(/^I come to .{10,100}\.$/);
    expect(new Set(profiles.map(({ jobTitle }) => jobTitle)).size).toBe(10);
  });

  test("they hold the role that their name promises", () => {
    expect(demo.personas.map(({ role, home }) => `${role} ${home.kind}`)).toEqual([
      "lead ward",
      "lead gp-practice",
      "patient-partner ward",
      "coach acute-trust",
      "analyst acute-trust",
      "board-member acute-trust",
      "lead local-system",
      "adviser leadership-academy",
      "officer national-body",
      "administrator nation",
    ]);
  });

  test("their ward and trust are not empty", () => {
    expect([...demo.peopleOf(demo.body("AT-22-01-01"))].length).toBeGreaterThan(5);
    expect([...demo.peopleOf(demo.body("AT-22-01"))].length).toBeGreaterThan(10);
  });
});

describe("memberships", () => {
  test("every open body below the nation has exactly one lead, who sits in it", () => {
    for (const body of demo.bodies.filter((one) => isOpen(one) && one.kind !== "nation")) {
      const leads = [...demo.peopleOf(body)].filter(({ role }) => role === "lead");
      expect(leads.map(({ id }) => id)).toEqual([demo.leadOf(body)]);
    }
  });

  test("nobody has a role in a closed body or before a body was there, and none twice", () => {
    for (const person of [...people, ...sample(national)]) {
      const held = national.membershipsOf(person);
      for (const { body, startedAt, endedAt } of held) {
        expect(isOpen(body)).toBe(true);
        expect(startedAt >= (body.openedOn ?? "")).toBe(true);
        expect(endedAt === undefined || endedAt > startedAt).toBe(true);
      }
      const now = held.filter(({ endedAt }) => !endedAt).map(({ body, role }) => `${body.code} ${role}`);
      expect(new Set(now).size).toBe(now.length);
    }
  });

  test("some hold a second role, some have left one, and every role is held", () => {
    const held = people.map((person) => demo.membershipsOf(person));
    expect(held.filter((one) => one.filter(({ endedAt }) => !endedAt).length > 1).length).toBeGreaterThan(50);
    expect(held.filter((one) => one.some(({ endedAt }) => endedAt)).length).toBeGreaterThan(50);
    expect(new Set(held.flat().map(({ role }) => role))).toEqual(new Set(roles));
  });
});
