import type { AreaKind, Body } from "../body.ts";
import { dice, idFrom, type Dice } from "../dice.ts";
import { seed } from "../scale.ts";
import type { Person } from "./person.ts";
import type { Role } from "#platform/actor.ts";

export type Membership = {
  id: string;
  body: Body;
  role: Role;
  startedAt: string;
  endedAt: string | undefined;
};

/** Where somebody may have had a role before: organisations that were there already. */
export type Elsewhere = { longStanding: readonly Body[] };

const seldom = { also: 0.06, coachAlso: 0.4, before: 0.05 };

/** The role that a person has, sometimes a second one close by, sometimes one that has ended. */
export function membershipsOf(person: Person, { longStanding }: Elsewhere): Membership[] {
  const chance = dice(`${seed}:memberships:${person.serial}`);
  const held = [membership(person, person, { startedAt: day(chance, 2013, 2016) })];
  const second = secondPost(person, chance);
  if (second) held.push(membership(person, second, { startedAt: day(chance, 2014, 2016) }));
  if (chance.chance(seldom.before)) held.push(earlier(person, chance.pick(longStanding), chance));
  return held;
}

type Post = { home: Body; role: Role };

/** Coaches and leads work with the bodies that support theirs; others of a team also speak in its organisation. */
function secondPost({ home, role }: Person, chance: Dice): Post | undefined {
  if (!chance.chance(role === "coach" ? seldom.coachAlso : seldom.also)) return undefined;
  if (home.kind === "team" || home.kind === "ward") return { home: home.parent!, role: "member" };
  const area = home.areas.find((one) => one.kind === supporter(role));
  return area && { home: area, role: role === "lead" || role === "member" ? "adviser" : role };
}

function supporter(role: Role): AreaKind {
  if (role === "coach" || role === "analyst") return "ahsn";
  if (role === "board-member") return "leadership-academy";
  return role === "patient-partner" ? "clinical-senate" : "clinical-network";
}

function earlier(person: Person, home: Body, chance: Dice): Membership {
  const [startedAt, endedAt] = [day(chance, 2007, 2011), day(chance, 2014, 2015)];
  return membership(person, { home, role: "member" }, { startedAt, endedAt });
}

export function membership(
  { serial }: Pick<Person, "serial">,
  { home, role }: Post,
  when: { startedAt: string; endedAt?: string },
): Membership {
  const id = idFrom(`membership:${serial}:${home.code}:${role}:${when.endedAt ? "ended" : "held"}`);
  return { id, body: home, role, startedAt: notBefore(home.openedOn, when.startedAt), endedAt: when.endedAt };
}

/** Nobody joins a body that is not there yet. */
const notBefore = (openedOn: string | undefined, start: string): string =>
  openedOn && openedOn > start ? `${openedOn}T09:00:00Z` : start;

const day = (chance: Dice, from: number, to: number): string =>
  `${chance.between(from, to)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}T09:00:00Z`;

const two = (number: number): string => String(number).padStart(2, "0");
