import { dice, idFrom, type Dice } from "../dice.ts";
import { seed } from "../scale.ts";
import type { MadePoint } from "./make-points.ts";
import type { SeriesRow } from "./series-rows.ts";

/** A part of a measure: a site, a cause, a group of people. */
export type Stratum = {
  name: string;
  /** Its share of what the measure is counted among; of a plain count, of the count itself. */
  share: number;
  /** How often it is counted there, against the others. */
  prone?: number;
  /** The same after the whole began to change: what moves a whole is seldom in every part of it. */
  proneThen?: number;
};

type Splitting = { strata: readonly Stratum[]; changesOn?: string | null | undefined };

/** The parts of a series, whose numbers add up to those of the whole in every period. */
export function partsOf(whole: SeriesRow, { strata, changesOn = null }: Splitting): SeriesRow[] {
  const chance = dice(`${seed}:parts:${whole.id}`);
  const points = whole.points.map((point) => {
    const hasChanged = changesOn !== null && point.period >= changesOn;
    const prone = strata.map((one) => (hasChanged ? (one.proneThen ?? one.prone) : one.prone) ?? 1);
    return splitPoint(point, { strata, prone, chance });
  });
  return strata.map(({ name }, place) => ({
    ...whole,
    id: idFrom(`series:${whole.id}:part:${name}`),
    wholeId: whole.id,
    split: name,
    collector: undefined,
    view: { ...whole.view, options: {} },
    points: points.map((each) => each[place]!),
  }));
}

type Falling = { strata: readonly Stratum[]; prone: readonly number[]; chance: Dice };

function splitPoint(point: MadePoint, { strata, prone, chance }: Falling): MadePoint[] {
  const { value, numerator, denominator, state } = point;
  if (state !== "number") return strata.map(() => ({ ...point }));
  const shares = strata.map(({ share }) => share);
  if (numerator === null || denominator === null) {
    const room = shares.map(() => value ?? 0);
    const weights = shares.map((share, at) => share * prone[at]!);
    return fall(value ?? 0, { weights, room, chance }).map((count) => ({ ...point, value: count }));
  }
  const among = apart(denominator, shares);
  // Where most are counted, it is those who are not that fall here or there.
  const isMost = numerator * 2 > denominator;
  const weights = among.map((size, at) => (isMost ? size / prone[at]! : size * prone[at]!));
  const few = fall(isMost ? denominator - numerator : numerator, { weights, room: among, chance });
  return among.map((size, at) => ({
    ...point,
    numerator: isMost ? size - few[at]! : few[at]!,
    denominator: size,
  }));
}

/** Whole numbers in these shares, which add up to the whole. */
function apart(whole: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    const until = Math.round((whole * sum) / all);
    const size = until - before;
    before = until;
    return size;
  });
}

/** So many, each falling where its weight lets it, and never more than there is room for. */
function fall(
  count: number,
  { weights, room, chance }: { weights: readonly number[]; room: readonly number[]; chance: Dice },
): number[] {
  const fallen = weights.map(() => 0);
  for (let one = 0; one < count; one += 1) {
    const open = weights.map((weight, at) => (fallen[at]! < room[at]! ? weight : 0));
    let left = chance.throw() * open.reduce((sum, weight) => sum + weight, 0);
    const at = open.findIndex((weight) => (left -= weight) < 0);
    fallen[at === -1 ? open.findIndex((weight) => weight > 0) : at]! += 1;
  }
  return fallen;
}
