import { apportion } from "./apportion.ts";
import { areasAt, type Layer } from "./areas.ts";
import { makeBody, type Body } from "./body.ts";
import { dice, type Dice } from "./dice.ts";
import type { Place, Territory } from "./geography.ts";
import { namers } from "./organisation-names.ts";
import { openedBetween, organisationTexts } from "./organisation-texts.ts";
import { tellHistory } from "./history.ts";
import {
  codePrefixes,
  organisationCounts,
  organisationKinds,
  seed,
  type OrganisationKind,
  type Scale,
} from "./scale.ts";
import type { NameBook, Seat, System } from "./seat.ts";

export type Surroundings = { systems: readonly System[]; layers: readonly Layer[] };

/**
 * The organisations of a scale. The whole nation is always named, in one order, and the demonstration keeps the
 * first few of each local system: so a body of the demonstration is the same body, name and id, in the nation.
 */
export function makeOrganisations(surroundings: Surroundings, scale: Scale): Body[] {
  const name = nameBook();
  return organisationKinds.flatMap((kind) => {
    const { national, demoPerSystem } = organisationCounts[kind];
    const shares = shareOut(kind, national, surroundings.systems);
    const kept = scale === "demo" ? demoPerSystem : national;
    return surroundings.systems.flatMap((system, number) =>
      Array.from({ length: shares[number]! }, (_, index) => takeSeat(kind, index, system))
        .map((seat) => makeOrganisation(seat, name, surroundings.layers))
        .filter((_, index) => index < kept)
        .flat(),
    );
  });
}

/** By weight of population where there is enough for everybody; else one each to the heaviest. */
function shareOut(kind: OrganisationKind, total: number, systems: readonly System[]): number[] {
  const weights = systems.map(({ territory }) => territory.weight);
  if (total >= systems.length) return apportion(total, weights, 1);
  const chance = dice(`${seed}:share:${kind}`);
  const lucky = new Set(chance.some(systems, total));
  return systems.map((system) => (lucky.has(system) ? 1 : 0));
}

function takeSeat(kind: OrganisationKind, index: number, system: System): Seat {
  const { territory } = system;
  const width = kind === "gp-practice" ? 3 : 2;
  const code = [codePrefixes[kind], pad(territory.number, 2), pad(index + 1, width)].join("-");
  const chance = dice(`${seed}:${code}`);
  return { kind, code, index, system, place: settle(kind, index, { territory, chance }), chance };
}

const pad = (number: number, width: number): string => String(number).padStart(width, "0");

/** Large organisations stand in the city and the towns, one after another; small ones anywhere. */
function settle(
  kind: OrganisationKind,
  index: number,
  { territory, chance }: { territory: Territory; chance: Dice },
): Place {
  const { places } = territory;
  if (kind === "gp-practice" || kind === "care-home" || kind === "voluntary-body") {
    return chance.chance(0.3) ? places[chance.below(3)]! : chance.pick(places);
  }
  return places[index % 10]!;
}

/** The organisation, and before it the closed ones that it came from. */
function makeOrganisation(seat: Seat, name: NameBook, layers: readonly Layer[]): Body[] {
  const { kind, code, system, place, chance } = seat;
  const [earliest, latest] = openedBetween[kind];
  const organisation = makeBody(
    {
      ...organisationTexts[kind](place.name, system.body.name),
      kind,
      code,
      name: name(namers[kind](place, chance, system.territory)),
      parent: system.body,
      place,
      openedOn: `${chance.between(earliest, latest)}-04-01`,
    },
    chance,
  );
  organisation.areas = areasAt(place, layers, chance);
  return [...tellHistory(seat, organisation, name), organisation];
}

function nameBook(): NameBook {
  const taken = new Set<string>();
  return (candidates) => {
    const free = candidates.find((candidate) => !taken.has(candidate)) ?? numbered(candidates.at(-1)!, taken);
    taken.add(free);
    return free;
  };
}

/** Two practices in one health centre tell themselves apart by a number, as real ones do. */
function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const next = `${name} (${number})`;
    if (!taken.has(next)) return next;
  }
}
