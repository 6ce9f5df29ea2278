import { dice, type Dice } from "../dice.ts";
import { seed } from "../scale.ts";
import { accessNeeds, help, interests, skills } from "./interests.ts";
import { jobTitle } from "./job-titles.ts";
import type { Person } from "./person.ts";
import { personas } from "./personas.ts";

type Audience = "only-me" | "my-bodies" | "signed-in" | "public";

/** What a person says of themselves, and who may see each part of it. */
export type Profile = {
  jobTitle: string;
  about: string;
  skills: string[];
  interests: string[];
  helpsWith: string[];
  languages: string[];
  accessNeeds: string;
  phone: string;
  audiences: Record<string, Audience>;
};

const always: Record<string, Audience> = {
  job_title: "signed-in",
  skills: "signed-in",
  interests: "signed-in",
  helps_with: "signed-in",
};

/** Three ways in which people draw the line: for colleagues anywhere, for those close by, and for everybody. */
const manners: readonly Record<string, Audience>[] = [
  { ...always, about: "signed-in", languages: "signed-in", phone: "my-bodies", access_needs: "my-bodies" },
  { ...always, about: "my-bodies", languages: "my-bodies" },
  {
    job_title: "public",
    about: "public",
    skills: "public",
    interests: "public",
    helps_with: "public",
    languages: "public",
  },
];

export function profileOf(person: Person): Profile {
  const chance = dice(`${seed}:profile:${person.serial}`);
  const persona = personas.find((one) => one.key === person.persona);
  const caring = chance.some(interests, chance.between(1, 3));
  return {
    jobTitle: persona?.jobTitle ?? jobTitle(person.home.kind, person.role, chance),
    about: persona?.about ?? aboutThem(caring, chance),
    skills: chance.some(skills, chance.below(5)),
    interests: caring,
    helpsWith: chance.chance(0.4) ? chance.some(help, chance.between(1, 2)) : [],
    languages: languagesOf(person, chance),
    accessNeeds: chance.chance(0.04) ? chance.pick(accessNeeds) : "",
    phone: chance.chance(0.2) ? `07700 900${String(chance.below(1000)).padStart(3, "0")}` : "",
    audiences: persona ? manners[0]! : manners[Math.floor(chance.throw() ** 2 * manners.length)]!,
  };
}

function aboutThem(caring: readonly string[], chance: Dice): string {
  if (chance.chance(0.6)) return "";
  const field = caring[0]!.toLowerCase();
  return chance.pick([
    `I would like to learn what other places do about ${field}.`,
    `New to improvement work; my first project is about ${field}.`,
    `I have worked on ${field} for some years and am glad to share what we learned.`,
    `Ask me about ${field}.`,
  ]);
}

function languagesOf({ heritage }: Person, chance: Dice): string[] {
  return heritage?.language && chance.chance(0.7) ? ["English", heritage.language] : ["English"];
}
