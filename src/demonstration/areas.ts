import { makeBody, slug, type AreaKind, type Body, type BodyDraft } from "./body.ts";
import { dice, type Dice } from "./dice.ts";
import { distance, scatter, type Place, type Spot, type Territory } from "./geography.ts";
import { seed } from "./scale.ts";
import { phrases } from "./listed.ts";

/** A layer of support over the whole map. Each has its own centres, which is why no two layers match. */
export type Layer = { centres: Spot[]; bodiesAt: Body[][] };

type Support = Pick<
  BodyDraft,
  "purpose" | "notFor" | "fundedBy" | "accountableTo" | "contactName" | "mailbox"
>;
type Sort = {
  kind: AreaKind;
  prefix: string;
  /** What its addresses end with. */
  suffix: string;
  names: string[];
  called(name: string): string;
  support(name: string): Support;
};

const academicNetworks: Sort = {
  kind: "ahsn",
  prefix: "AH",
  suffix: "ahsn",
  names: phrases(
    "Averel Hills, Belwyn Fells, Corran Vale, Dorrin Wolds, Eskel Levels, Farran Forest, Gwendle Moors, Hestrel Downs, Ilvane and Lorwick, Jorrel Marches, Kelmar Lakes, Lorrin Fens, Mestrel Heath, Nethel Valley, Orvane",
  ),
  called: (name) => `${name} Academic Health Science Network`,
  support: (name) => ({
    purpose: `Joins the NHS, universities and industry in ${name} so that proven ideas spread quickly, and runs the patient safety collaborative.`,
    notFor: "Paying for research, or performance management of its members.",
    fundedBy: "NHS England licence, members' fees and grants",
    accountableTo: "Its member organisations, under licence from NHS England",
    contactName: "Front desk",
    mailbox: "hello",
  }),
};

const leadershipAcademies: Sort = {
  kind: "leadership-academy",
  prefix: "LA",
  suffix: "leadership",
  names: phrases(
    "Pellor, Quarrel Valley, Rhondel, Sevrin and Tamblyn, Tavenor, Ullen Heath, Varrow, Wenlow, Yarrel, Zellan Meadows",
  ),
  called: (name) => `${name} Leadership Academy`,
  support: (name) => ({
    purpose: `Local leadership development for every health and care organisation in ${name}: coaching, mentoring, programmes near home and help with talent and inclusion.`,
    notFor: "Clinical training or appointing to posts. Ask your employer or Health Education England.",
    fundedBy: "NHS Leadership Academy and members' subscriptions",
    accountableTo: "Its members, and the NHS Leadership Academy for national money",
    contactName: "Leadership front door",
    mailbox: "front-door",
  }),
};

const senates: Sort = {
  kind: "clinical-senate",
  prefix: "CS",
  suffix: "senate",
  names: phrases(
    "Aldervane, Brightwater, Calverane, Dunmarrow, Evermere, Foxmarch, Greyholme, Highmere, Inglemoor, Kingsfell, Longmarsh, Silverwold",
  ),
  called: (name) => `${name} Clinical Senate`,
  support: (name) => ({
    purpose: `Clinicians and citizens from across ${name} who give independent advice on big changes to services before decisions are taken.`,
    notFor: "Managing improvement work or deciding on changes. Commissioners decide.",
    fundedBy: "NHS England",
    accountableTo: "Its council of clinicians and citizens, and NHS England",
    contactName: "Senate office",
    mailbox: "office",
  }),
};

const geographies = phrases(
  "Amblewater, Barrowmere, Coldharrow, Danesfell, Easterlow, Fallowdale, Gullhaven, Hartwold, Ironwold, Lowmarsh, Merrowdale, Stonecombe",
);

/** The 4 priority areas of the clinical networks. */
const topics: readonly { code: string; topic: string; short: string; about: string }[] = [
  {
    code: "CAN",
    topic: "Cancer",
    short: "cancer",
    about: "earlier diagnosis, shorter waits and better life after treatment",
  },
  {
    code: "CVD",
    topic: "Cardiovascular disease",
    short: "cardiovascular disease",
    about: "stroke, heart failure, diabetes and their prevention",
  },
  {
    code: "MAC",
    topic: "Maternity and children",
    short: "maternity and children",
    about: "safer births and better care for children and young people",
  },
  {
    code: "MND",
    topic: "Mental health, dementia and neurological conditions",
    short: "mental health and neurology",
    about: "earlier support, fewer crises and better care at home",
  },
];

function networks({ code, short, about }: (typeof topics)[number]): Sort {
  return {
    kind: "clinical-network",
    prefix: `CN-${code}`,
    suffix: "network",
    names: geographies,
    called: (name) => `${name} Clinical Network: ${short}`,
    support: (name) => ({
      purpose: `Clinicians, commissioners and patients in ${name} who work together on ${about}.`,
      notFor: "Referrals of patients, or checking up on a single organisation.",
      fundedBy: "NHS England",
      accountableTo: "NHS England's regional team and its members",
      contactName: "Network manager",
      mailbox: "network-manager",
    }),
  };
}

/** The four layers; the clinical networks of a geography share its outline, and so stand on one layer. */
export function makeLayers(nation: Body, map: readonly Territory[]): Layer[] {
  return [[academicNetworks], [leadershipAcademies], topics.map(networks), [senates]].map((sorts) => {
    const chance = dice(`${seed}:layer:${sorts[0]!.kind}`);
    const centres = scatter(sorts[0]!.names.length, chance);
    const bodiesAt = centres.map((centre, index) =>
      sorts.map((sort) => makeArea(sort, index, { nation, place: nearestCity(centre, map) })),
    );
    return { centres, bodiesAt };
  });
}

function makeArea(sort: Sort, index: number, { nation, place }: { nation: Body; place: Place }): Body {
  const name = sort.names[index]!;
  const code = `${sort.prefix}-${String(index + 1).padStart(2, "0")}`;
  const network = sort.kind === "clinical-network";
  const topic = network ? topics.find((one) => sort.prefix.endsWith(one.code))!.topic : undefined;
  const draft = {
    ...sort.support(name),
    kind: sort.kind,
    code,
    name: sort.called(name),
    parent: nation,
    place,
    topic,
    host: `${slug(name)}-${sort.suffix}.example`,
    openedOn: "2013-04-01",
    // The Smith Review asked for the shorter name.
    formerNames: network ? [{ name: `${name} Strategic Clinical Network`, until: "2015-03-31" }] : [],
  };
  return makeBody(draft, dice(`${seed}:${code}`));
}

function nearestCity(centre: Spot, map: readonly Territory[]): Place {
  const cities = map.map((territory) => territory.places[0]!);
  return cities.reduce((best, city) => (distance(city, centre) < distance(best, centre) ? city : best));
}

/** How much farther the second centre may be for a place to count as on the border. */
const borderline = 1.06;

/** The bodies that support a place: one of each layer, and on a border sometimes a second academic network. */
export function areasAt(spot: Spot, layers: readonly Layer[], chance: Dice): Body[] {
  return layers.flatMap(({ centres, bodiesAt }) => {
    const [first, second] = centres
      .map((centre, index) => ({ index, far: distance(centre, spot) }))
      .sort((one, other) => one.far - other.far) as [Nearness, Nearness];
    const shared =
      second.far < first.far * borderline && bodiesAt[first.index]![0]!.kind === "ahsn" && chance.chance(0.5);
    return [...bodiesAt[first.index]!, ...(shared ? bodiesAt[second.index]! : [])];
  });
}

type Nearness = { index: number; far: number };
