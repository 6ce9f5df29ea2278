import { makeBody, type Body } from "./body.ts";
import { dice } from "./dice.ts";
import type { NameBook, Seat } from "./seat.ts";
import { namers } from "./organisation-names.ts";
import { openedBetween } from "./organisation-texts.ts";
import { seed, type OrganisationKind } from "./scale.ts";

/** Kinds whose members merge, and how many it takes to make one. */
const mergers: Partial<Record<OrganisationKind, number>> = {
  "acute-trust": 2,
  "mental-health-trust": 2,
  "clinical-commissioning-group": 2,
  "gp-practice": 1,
};

/** The first of every eleventh system has a past in any scale; of the rest a few. */
const everySystem = 11;
const seldom = { merger: 0.002, renaming: 0.03, closure: 0.001 };

/**
 * What became of bodies before this one: a renaming is kept on the organisation itself; those that merged into
 * it, or closed beside it, come back as bodies of their own.
 */
export function tellHistory(seat: Seat, organisation: Body, name: NameBook): Body[] {
  const { kind, index, system } = seat;
  const chance = dice(`${seed}:${seat.code}:history`);
  const shown = index === 0 ? system.territory.number % everySystem : undefined;
  const merging = mergers[kind];
  if (merging && (shown === 1 || chance.chance(seldom.merger)))
    return merge(seat, organisation, { name, count: merging });
  if (shown === 2 || chance.chance(seldom.renaming)) rename(seat, organisation, name);
  const small = kind === "gp-practice" || kind === "care-home";
  return small && (shown === 3 || chance.chance(seldom.closure))
    ? [predecessor(seat, { name, number: 1 })]
    : [];
}

/** One joins an organisation that stays; two make a new one, which opens the day after they close. */
function merge(seat: Seat, successor: Body, { name, count }: { name: NameBook; count: number }): Body[] {
  const closed = Array.from({ length: count }, (_, number) =>
    predecessor(seat, { name, number: number + 1, successor }),
  );
  if (count > 1) successor.openedOn = dayAfter(closed[0]!.closedOn!);
  return closed;
}

function rename({ kind, code, place, chance, system }: Seat, organisation: Body, name: NameBook): void {
  const earlier = name(namers[kind](place, chance, system.territory));
  const year = dice(`${seed}:${code}:renaming`).between(2013, 2016);
  organisation.formerNames.push({ name: earlier, until: `${year}-03-31` });
}

type Past = { name: NameBook; number: number; successor?: Body };

function predecessor({ kind, code, chance, system }: Seat, { name, number, successor }: Past): Body {
  const place = chance.pick(system.territory.places.slice(0, 10));
  const told = successor
    ? `Closed when it became part of ${successor.name}, which looks after its work and its records.`
    : "Closed. The people it looked after were helped to find another of their choice nearby.";
  return makeBody(
    {
      kind,
      code: `${code}-P${number}`,
      name: name(namers[kind](place, chance, system.territory)),
      parent: system.body,
      place,
      purpose: told,
      notFor: successor
        ? `Anything new. Ask ${successor.name}.`
        : "Anything new. Ask the local commissioning group.",
      fundedBy: "",
      accountableTo: "",
      contactName: "Records",
      mailbox: "records",
      openedOn: `${openedBetween[kind][0]}-04-01`,
      closedOn: kind === "clinical-commissioning-group" ? "2015-03-31" : "2016-03-31",
      successor,
    },
    chance,
  );
}

/** Bodies close with the financial year, on 31 March. */
const dayAfter = (lastDay: string): string => `${lastDay.slice(0, 4)}-04-01`;
