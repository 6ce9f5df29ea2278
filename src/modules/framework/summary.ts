import { isNamed } from "./owners.ts";
import type { Pack } from "./pack/pack.ts";
import { horizonName, type Promised } from "./progress.ts";
import { standings, type Standing } from "./standing.ts";

export type Tally = Record<Standing, number> & { all: number; withoutOwner: number };

export type Row = { id: string; name: string; tally: Tally };

/** The same promises counted by condition, by horizon and by body. */
export type Summary = {
  whole: Tally;
  promised: readonly Promised[];
  byCondition: Row[];
  byHorizon: Row[];
  /** A promise of several bodies counts with each, so these add up to more than the whole. */
  byBody: Row[];
};

export function summaryOf(promised: readonly Promised[], pack: Pack): Summary {
  const rows = (
    list: readonly { id: string; name: string }[],
    holds: (one: Promised, id: string) => boolean,
  ) =>
    list
      .map(({ id, name }) => ({ id, name, tally: tallyOf(promised.filter((one) => holds(one, id))) }))
      .filter(({ tally }) => tally.all > 0);
  return {
    whole: tallyOf(promised),
    promised,
    byCondition: rows(
      pack.conditions.map(({ id, title }) => ({ id, name: title })),
      (one, id) => one.condition.id === id,
    ),
    byHorizon: rows(
      pack.horizons.map(({ id }) => ({ id, name: horizonName(pack, id) })),
      (one, id) => one.detail.horizon === id,
    ),
    byBody: rows(pack.bodies, (one, id) => isNamed(one.detail.responsible, id, pack.bodies)),
  };
}

export function tallyOf(promised: readonly Promised[]): Tally {
  const none = Object.fromEntries(Object.keys(standings).map((standing) => [standing, 0]));
  const tally = { ...none, all: promised.length, withoutOwner: 0 } as Tally;
  for (const { standing, owners } of promised) {
    tally[standing] += 1;
    if (owners.length === 0) tally.withoutOwner += 1;
  }
  return tally;
}
