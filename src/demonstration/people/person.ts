import { hostOf, type Body } from "../body.ts";
import { dice, idFrom, type Dice } from "../dice.ts";
import { seed } from "../scale.ts";
import { heritages, type Heritage } from "./person-names.ts";
import type { Role } from "#platform/actor.ts";
import { roleAt } from "./roles.ts";

/** One account: who it is and where they sit. Profile and memberships are worked out when they are wanted. */
export type Person = {
  serial: number;
  id: string;
  name: string;
  email: string;
  persona: string | undefined;
  heritage: Heritage | undefined;
  home: Body;
  role: Role;
};

export type Seat = { home: Body; serial: number; seat: number };

export const personId = (serial: number): string => idFrom(`person:${serial}`);

export function personAt({ home, serial, seat }: Seat): Person {
  const chance = dice(`${seed}:person:${serial}`);
  const heritage = drawHeritage(chance);
  const [given, family] = [chance.pick(heritage.given), chance.pick(heritage.family)];
  return {
    serial,
    id: personId(serial),
    name: `${given} ${family}`,
    email: `${plain(given)}.${plain(family)}.${serial}@${hostOf(home)}`,
    persona: undefined,
    heritage,
    home,
    role: roleAt(home.kind, seat, chance),
  };
}

const shares = heritages.flatMap((heritage) => Array.from({ length: heritage.share }, () => heritage));

const drawHeritage = (chance: Dice): Heritage => chance.pick(shares);

/** The letters that an address can be sure of. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
