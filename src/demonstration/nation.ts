import { apportion } from "./apportion.ts";
import { makeLayers } from "./areas.ts";
import { isOpen, type Body } from "./body.ts";
import { drawMap } from "./geography.ts";
import { makeNation as makeNationBody, makeNationalBodies, makeRegions, makeSystem } from "./levels.ts";
import { makeOrganisations } from "./organisations.ts";
import { accounts, organisationKinds, seed, version, type Scale } from "./scale.ts";
import { makeTeams } from "./teams.ts";
import { membershipsOf, type Membership } from "./people/memberships.ts";
import { meetPersonas } from "./people/meet-personas.ts";
import { personAt, personId, type Person } from "./people/person.ts";
import { ledByPersona, personas, shownFirst } from "./people/personas.ts";
import { weightOf } from "./people/roles.ts";

/** The whole demonstration nation: its bodies in memory, its people as a stream that can be asked for again. */
export type Nation = {
  scale: Scale;
  /** The day on which it is loaded: what its people do reaches up to it. */
  today: string;
  seed: string;
  version: number;
  bodies: readonly Body[];
  /** The body with this code; it must be there. */
  body(code: string): Body;
  personas: readonly Person[];
  people(): Generator<Person>;
  peopleOf(body: Body): Generator<Person>;
  membershipsOf(person: Person): Membership[];
  /** Who leads a body, where anybody does. */
  leadOf(body: Body): string | undefined;
};

export function makeNation(scale: Scale, today: string): Nation {
  const bodies = makeBodies(scale);
  const byCode = new Map(bodies.map((body) => [body.code, body]));
  const body = (code: string): Body => {
    const found = byCode.get(code);
    if (!found) throw new Error(`The demonstration has no body ${code}.`);
    return found;
  };
  const known = meetPersonas(body);
  const crews = makeCrews(bodies, scale);
  const longStanding = bodies.filter(isLongStanding);
  return {
    scale,
    today,
    seed,
    version,
    bodies,
    body,
    personas: known.map(({ person }) => person),
    *people() {
      for (const { person } of known) yield person;
      for (const crew of crews.values()) yield* aboard(crew);
    },
    *peopleOf(body) {
      for (const { person } of known) if (person.home === body) yield person;
      const crew = crews.get(body);
      if (crew) yield* aboard(crew);
    },
    membershipsOf: (person) =>
      known.find((one) => one.person === person)?.memberships ?? membershipsOf(person, { longStanding }),
    leadOf: (body) => {
      if (!ledByPersona.has(body.code))
        return crews.has(body) ? personId(crews.get(body)!.firstSerial) : undefined;
      return known.find(({ person }) => person.home === body && person.role === "lead")?.person.id;
    },
  };
}

function makeBodies(scale: Scale): Body[] {
  const map = drawMap();
  const nation = makeNationBody();
  const regions = makeRegions(nation, map);
  const systems = map.map((territory) => ({
    territory,
    body: makeSystem(territory, regions.get(territory.region)!),
  }));
  const layers = makeLayers(nation, map);
  const organisations = makeOrganisations({ systems, layers }, scale);
  return [
    nation,
    ...makeNationalBodies(nation),
    ...regions.values(),
    ...systems.map((system) => system.body),
    ...layers.flatMap((layer) => layer.bodiesAt.flat()),
    ...organisations,
    ...organisations.filter(isOpen).flatMap((organisation) => makeTeams(organisation, scale)),
  ];
}

const isOrganisation = ({ kind }: Body): boolean => (organisationKinds as readonly string[]).includes(kind);

const isLongStanding = (body: Body): boolean =>
  isOrganisation(body) && isOpen(body) && body.openedOn! <= "2007-01-01";

/** The accounts of one body have serial numbers in a row, so that anybody can be made again without the rest. */
type Crew = { home: Body; firstSerial: number; firstSeat: number; size: number };

function makeCrews(bodies: readonly Body[], scale: Scale): Map<Body, Crew> {
  const weights = bodies.map((body) => crewWeight(body, scale));
  const sizes = apportion(accounts[scale] - personas.length, weights, 1);
  let firstSerial = personas.length + 1;
  const crews = bodies.map((home, place): Crew => {
    const size = sizes[place]!;
    firstSerial += size;
    return { home, firstSerial: firstSerial - size, firstSeat: ledByPersona.has(home.code) ? 1 : 0, size };
  });
  return new Map(crews.filter(({ size }) => size > 0).map((crew) => [crew.home, crew]));
}

/** Where visitors look first there are more to meet. */
function crewWeight(body: Body, scale: Scale): number {
  if (!isOpen(body)) return 0;
  return weightOf(body.kind)[scale] * (scale === "demo" && shownFirst.has(body.code) ? 6 : 1);
}

function* aboard({ home, firstSerial, firstSeat, size }: Crew): Generator<Person> {
  for (let place = 0; place < size; place++) {
    yield personAt({ home, serial: firstSerial + place, seat: firstSeat + place });
  }
}
