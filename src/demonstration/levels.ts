import { makeBody, slug, type Body } from "./body.ts";
import { dice } from "./dice.ts";
import type { Region, Territory } from "./geography.ts";
import { nationalBodies, seat } from "./national-bodies.ts";
import { seed } from "./scale.ts";

export function makeNation(): Body {
  return makeBody(
    {
      kind: "nation",
      code: "ENG",
      name: "England",
      place: seat,
      purpose:
        "Everyone who does publicly funded health and care work in England: 1.5 million people, from the wards and practices to the national bodies.",
      notFor: "Looking after any one organisation. Find the organisation's own page for that.",
      fundedBy: "Taxes, as voted by Parliament",
      accountableTo: "Parliament",
      contactName: "Throughline administrators",
      mailbox: "administrators",
      host: "throughline.example",
    },
    dice(`${seed}:ENG`),
  );
}

export function makeNationalBodies(nation: Body): Body[] {
  const made = new Map<string, Body>();
  for (const { succeededBy, ...told } of nationalBodies) {
    const successor = succeededBy ? made.get(succeededBy) : undefined;
    const host = `${slug(told.name.replace(/ \(.*/, ""))}.example`;
    const draft = { ...told, kind: "national-body" as const, parent: nation, place: seat, successor, host };
    made.set(told.code, makeBody(draft, dice(`${seed}:${told.code}`)));
  }
  return [...made.values()];
}

const regionNames: Record<Region, string> = {
  North: "Northmarch",
  West: "Westmarch",
  East: "Eastmarch",
  South: "Southmarch",
};

export function makeRegions(nation: Body, map: readonly Territory[]): Map<Region, Body> {
  const regions = Object.keys(regionNames) as Region[];
  return new Map(regions.map((region, index) => [region, makeRegion(region, index, { nation, map })]));
}

type Above = { nation: Body; map: readonly Territory[] };

function makeRegion(region: Region, index: number, { nation, map }: Above): Body {
  const code = `RG-${index + 1}`;
  const territories = map.filter((territory) => territory.region === region);
  const draft = {
    kind: "region" as const,
    code,
    name: regionNames[region],
    parent: nation,
    place: territories[Math.floor(territories.length / 2)]!.places[0]!,
    purpose: `Brings the national bodies' regional teams together for ${territories.length} local systems, so that places in ${regionNames[region]} get one conversation and one offer of support.`,
    notFor: "Managing an organisation or collecting data that a national body already holds.",
    fundedBy: "NHS England and NHS Improvement together",
    accountableTo: "NHS England and NHS Improvement",
    contactName: "Regional improvement team",
    mailbox: "improvement",
    openedOn: "2013-04-01",
  };
  return makeBody(draft, dice(`${seed}:${code}`));
}

export function makeSystem(territory: Territory, region: Body): Body {
  const code = `LS-${String(territory.number).padStart(2, "0")}`;
  const [city, town] = territory.places as [Territory["places"][0], Territory["places"][0]];
  const draft = {
    kind: "local-system" as const,
    code,
    name: `${city.name} and ${town.name}`,
    parent: region,
    place: city,
    purpose: `The sustainability and transformation footprint of ${city.name}, ${town.name} and the country around them: trusts, commissioners, practices and councils plan for one population together.`,
    notFor:
      "Replacing the boards of its members. Each organisation still answers for its own care and money.",
    fundedBy: "Its member organisations, with transformation money from NHS England",
    accountableTo: "The boards of its members, and NHS England and NHS Improvement together",
    contactName: "Programme office",
    mailbox: "programme-office",
    openedOn: "2016-03-15",
    host: `${slug(city.name)}-system.example`,
  };
  return makeBody(draft, dice(`${seed}:${code}`));
}
