import { hostOf, makeBody, slug, type Body } from "./body.ts";
import { dice, type Dice } from "./dice.ts";
import { seed, type OrganisationKind, type Scale } from "./scale.ts";
import { teamsBelow, wardNames, type Teams, type TeamSort } from "./team-sorts.ts";

/** Most practices are one team; some are large enough for two. */
const practicesWithTeams = 0.29;

/** The wards and teams of an organisation, always in the same order: the demonstration has the first few. */
export function makeTeams(organisation: Body, scale: Scale): Body[] {
  const teams = teamsBelow[organisation.kind as OrganisationKind];
  if (!teams) return [];
  const chance = dice(`${seed}:${organisation.code}:teams`);
  const names = chance.some(wardNames, teams.sorts.length);
  return teams.sorts
    .slice(0, howMany(organisation, teams, { scale, chance }))
    .map((sort, index) => makeTeam(organisation, sort, { index, wardName: names[index]! }));
}

/** In the demonstration only the first practice of each local system has a team of its own. */
function howMany(
  { kind, code }: Body,
  { sorts, demo }: Teams,
  { scale, chance }: { scale: Scale; chance: Dice },
): number {
  if (kind !== "gp-practice") return scale === "demo" ? demo : sorts.length;
  const first = code.endsWith("-001");
  if (scale === "demo") return first ? demo : 0;
  return first || chance.chance(practicesWithTeams) ? sorts.length : 0;
}

function makeTeam(
  organisation: Body,
  sort: TeamSort,
  { index, wardName }: { index: number; wardName: string },
): Body {
  const code = `${organisation.code}-${String(index + 1).padStart(2, "0")}`;
  const name = sort.kind === "ward" ? `${wardName} Ward (${sort.name})` : sort.name;
  return makeBody(
    {
      kind: sort.kind,
      code,
      name,
      parent: organisation,
      place: organisation.place,
      purpose: sort.does,
      notFor: `Complaints, or questions about other services: ask ${organisation.name}.`,
      fundedBy: organisation.name,
      accountableTo: organisation.name,
      contactName: sort.kind === "ward" ? "Ward manager" : "Team leader",
      mailbox: slug(sort.kind === "ward" ? `${wardName}-ward` : sort.name).slice(0, 40),
      host: hostOf(organisation),
      openedOn: organisation.openedOn,
    },
    dice(`${seed}:${code}`),
  );
}
