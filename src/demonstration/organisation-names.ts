import type { Dice } from "./dice.ts";
import { surnames } from "./people/person-names.ts";
import type { Place, Territory } from "./geography.ts";
import type { OrganisationKind } from "./scale.ts";
import { phrases } from "./listed.ts";

/** What an organisation can be called, the likeliest first; whoever asks takes the first that is free. */
export type Namer = (place: Place, chance: Dice, territory: Territory) => string[];

const trustEnding = (chance: Dice): string => (chance.chance(0.6) ? "NHS Foundation Trust" : "NHS Trust");

const fields = ["Eye", "Orthopaedic", "Children's", "Heart and Chest", "Women's", "Cancer", "Neurosciences"];

const streets = phrases(`
  Abbey Road, Barley Lane, Beacon Street, Bridge Street, Canal Side, Castle Hill, Chapel Lane,
  Church View, Cross Street, Dairy Lane, Ferry Road, Fountain Street, Foundry Lane, Glebe Road,
  Granary Wharf, Grange Park, Green Lane, Hawthorn Road, High Street, Kiln Lane, King Street,
  Lock Lane, Manor Park, Market Street, Marsh Lane, Meadow View, Mill Lane, Mount Pleasant, New Street,
  North Road, Old Town, Orchard Road, Park Lane, Pound Lane, Priory Walk, Quarry Hill, Queen Street,
  Ropewalk, School Lane, South Road, Spa Road, Spring Bank, Station Road, Swan Lane, Tannery Lane,
  The Green, Tower Road, Union Street, Victoria Road, Viaduct Road, Water Lane, Weaver Street,
  Wharf Road, Windmill Hill
`);

const trees = phrases(`
  Acorns, Ashes, Beeches, Birches, Brambles, Cedars, Chestnuts, Elms, Fieldways, Firs, Gables,
  Hawthorns, Hollies, Laurels, Lilacs, Limes, Magnolias, Maples, Millstones, Mulberries, Oaks,
  Orchards, Pines, Poplars, Rowans, Sycamores, Walnuts, Willows
`);

const practiceEndings = [
  "Surgery",
  "Medical Centre",
  "Health Centre",
  "Medical Practice",
  "Family Practice",
  "Group Practice",
];

const flowers = [
  "Larkspur",
  "Primrose",
  "Honeysuckle",
  "Lavender",
  "Foxglove",
  "Meadowsweet",
  "Bluebell",
  "Jasmine",
];

const causes = phrases(`
  Carers' Circle, Hospice, Befriending, Stroke Companions, Community Transport, Young Carers,
  Memory Cafe, Bereavement Support, Recovery College, Patients' Voice
`);

export const namers: Record<OrganisationKind, Namer> = {
  "acute-trust": (place, chance, { places }) => [
    chance.pick([
      `${place.name} University Hospitals ${trustEnding(chance)}`,
      `${place.name} Hospitals ${trustEnding(chance)}`,
      `${place.name} and ${chance.pick(places.slice(10)).name} Hospitals NHS Trust`,
      `${place.name} General Hospital ${trustEnding(chance)}`,
    ]),
    `Royal ${place.name} Infirmary ${trustEnding(chance)}`,
    `${place.name} District Hospitals NHS Trust`,
  ],
  "specialist-trust": (place, chance) =>
    chance.some(fields, 3).map((field) => `${place.name} ${field} Hospital NHS Foundation Trust`),
  "mental-health-trust": (place, chance) => [
    chance.pick([
      `${place.name} Mental Health ${trustEnding(chance)}`,
      `${place.name} Partnership ${trustEnding(chance)}`,
      `${place.name} Mental Health and Learning Disability NHS Trust`,
    ]),
    `${place.name} Recovery and Wellbeing NHS Trust`,
  ],
  "community-trust": (place) => [
    `${place.name} Community Health NHS Trust`,
    `${place.name} Community and Children's NHS Trust`,
  ],
  "ambulance-trust": (place) => [
    `${place.name} and Borders Ambulance Service NHS Trust`,
    `Greater ${place.name} Ambulance Service NHS Trust`,
  ],
  "clinical-commissioning-group": (place) => [
    `NHS ${place.name} Clinical Commissioning Group`,
    `NHS ${place.name} District Clinical Commissioning Group`,
    `NHS Greater ${place.name} Clinical Commissioning Group`,
    `NHS Central ${place.name} Clinical Commissioning Group`,
  ],
  "gp-practice": namePractice,
  council: (place, chance) =>
    chance.some(["City", "Borough", "County", "District"], 3).map((rank) => `${place.name} ${rank} Council`),
  "care-home": (place, chance) =>
    chance.some(flowers, 3).map((flower) => `${flower} House Care Home, ${place.name}`),
  "voluntary-body": (place, chance) => chance.some(causes, 3).map((cause) => `${place.name} ${cause}`),
};

/** Some are called after the place, some after the street or a tree, some after the senior doctor. */
function namePractice(place: Place, chance: Dice): string[] {
  const ending = chance.pick(practiceEndings);
  const near = [
    `${chance.pick(streets)} ${ending}`,
    `The ${chance.pick(trees)} ${ending}`,
    `Dr ${chance.pick(surnames)} and Partners`,
  ];
  const own = chance.chance(0.35) ? [`${place.name} ${ending}`] : [];
  return [...own, ...chance.some(near, near.length).map((name) => `${name}, ${place.name}`)];
}
