import type { BodyKind } from "../body.ts";
import type { Dice } from "../dice.ts";
import type { Role } from "#platform/actor.ts";

/**
 * Who sits in a body: those whom every one has, then a few seats that are shared out evenly, so that even a small
 * body has somebody of most sorts now and then, and after these the many.
 */
type Bench = {
  first: readonly Role[];
  core: readonly Role[];
  many: Partial<Record<Role, number>>;
  weight: { demo: number; national: number };
};

const coreSeats = 8;

const board: Bench = {
  first: ["lead", "administrator"],
  core: ["board-member", "coach", "analyst", "patient-partner", "member"],
  many: { member: 84, coach: 5, analyst: 4, "board-member": 2, "patient-partner": 5 },
  weight: { demo: 9, national: 200 },
};

const small: Bench = {
  first: ["lead"],
  core: ["member", "member", "member", "member", "member", "member", "patient-partner"],
  many: { member: 92, "patient-partner": 4, analyst: 2, coach: 2 },
  weight: { demo: 1.5, national: 8 },
};

const ward: Bench = { ...small, weight: { demo: 2, national: 6 } };

const area: Bench = {
  first: ["lead"],
  core: ["adviser", "adviser", "coach", "analyst", "patient-partner"],
  many: { adviser: 55, coach: 25, analyst: 12, "patient-partner": 8 },
  weight: { demo: 3, national: 30 },
};

const system: Bench = {
  first: ["lead"],
  core: ["analyst", "board-member", "member", "patient-partner", "administrator"],
  many: { member: 60, "board-member": 15, analyst: 15, "patient-partner": 10 },
  weight: { demo: 4, national: 40 },
};

const office: Bench = {
  first: ["lead"],
  core: ["officer", "officer", "analyst", "administrator"],
  many: { officer: 82, analyst: 15, adviser: 3 },
  weight: { demo: 6, national: 120 },
};

const nation: Bench = {
  first: [],
  core: ["administrator"],
  many: { administrator: 1 },
  weight: { demo: 1, national: 3 },
};

const lighter = (bench: Bench, demo: number, national: number): Bench => ({
  ...bench,
  weight: { demo, national },
});

const benches: Record<BodyKind, Bench> = {
  nation,
  "national-body": office,
  region: lighter(office, 5, 40),
  "local-system": system,
  "acute-trust": lighter(board, 10, 300),
  "specialist-trust": board,
  "mental-health-trust": board,
  "community-trust": board,
  "ambulance-trust": board,
  "clinical-commissioning-group": lighter(board, 6, 40),
  "gp-practice": small,
  council: lighter(board, 4, 30),
  "care-home": lighter(small, 2, 8),
  "voluntary-body": lighter(small, 2, 8),
  team: ward,
  ward,
  ahsn: area,
  "leadership-academy": area,
  "clinical-network": lighter(area, 2, 20),
  "clinical-senate": area,
};

export const weightOf = (kind: BodyKind): { demo: number; national: number } => benches[kind].weight;

export function roleAt(kind: BodyKind, seat: number, chance: Dice): Role {
  const { first, core, many } = benches[kind];
  return first[seat] ?? (seat < coreSeats ? chance.pick(core) : drawn(many, chance));
}

function drawn(shares: Partial<Record<Role, number>>, chance: Dice): Role {
  const roles = Object.entries(shares) as [Role, number][];
  let left = chance.throw() * roles.reduce((total, [, share]) => total + share, 0);
  return roles.find(([, share]) => (left -= share) < 0)![0];
}
