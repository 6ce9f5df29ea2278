import { isOpen, type Body } from "../body.ts";
import { dice, idFrom, type Dice } from "../dice.ts";
import type { Nation } from "../nation.ts";
import { shownFirst } from "../people/personas.ts";
import { addDays } from "../improvement/days.ts";
import { seed } from "../scale.ts";
import {
  nationalWriters,
  sectionsOfNationalBody,
  sectionsOfOrganisation,
  sectionsOfPlace,
} from "./strategy-texts.ts";

export type StrategyNode = {
  id: string;
  kind: "aim" | "primary" | "idea";
  text: string;
  parent: string | null;
  /** The item of the framework that it serves, or the same theme of the strategy above. */
  serves: string | null;
  theme: Theme | null;
};

export type Theme = "improvement" | "leadership" | "talent" | "oversight" | "burden";

export type Strategy = {
  id: string;
  body: Body;
  lead: string | undefined;
  title: string;
  aim: string;
  template: string;
  startedOn: string;
  publishedOn: string | null;
  refreshOn: string | null;
  sections: Record<string, string>;
  milestones: { id: string; text: string; dueOn: string; reachedOn: string | null }[];
  nodes: StrategyNode[];
  above: Strategy | null;
};

const writers: ReadonlySet<string> = new Set([
  "acute-trust",
  "specialist-trust",
  "mental-health-trust",
  "community-trust",
  "ambulance-trust",
  "clinical-commissioning-group",
  "local-system",
]);

type Themed = {
  theme: Theme;
  drivers: readonly string[];
  serves: readonly string[];
  ideas: readonly string[];
};

const themes: readonly Themed[] = [
  {
    theme: "improvement",
    drivers: [
      "Everybody can improve their own work",
      "Teams test changes to their own work every week",
      "Coaches are near every team",
      "We decide by charts that show signals",
    ],
    serves: ["action-7", "action-7", "action-9", "action-10"],
    ideas: [
      "Train 1 person in each team in the Model for Improvement",
      "Two protected hours a month for each project",
      "A board on every ward with 1 measure and 1 test",
      "Show the executive team a chart in place of a colour",
    ],
  },
  {
    theme: "leadership",
    drivers: [
      "Leaders who listen and include",
      "Clinical leaders have time to lead",
      "Those who lead hear from those they lead",
    ],
    serves: ["action-3", "action-1", "action-2"],
    ideas: [
      "Every new team leader has a coach for a year",
      "Feedback from those one leads, once a year",
      "Cover the clinics of those who lead a change",
    ],
  },
  {
    theme: "talent",
    drivers: [
      "The next leaders are known and growing",
      "Posts that matter most have somebody ready to step in",
      "People from every background are chosen and stay",
    ],
    serves: ["action-5", "action-4", "action-6"],
    ideas: [
      "A career conversation for all who want one",
      "Share open posts with the neighbours first",
      "Publish who was shortlisted and who was chosen",
    ],
  },
];

/** What only a national body can do: nobody nearer to care serves these actions yet. */
const nationalThemes: readonly Themed[] = [
  {
    theme: "oversight",
    drivers: ["Those who oversee help others to improve", "Oversight tells a signal from noise"],
    serves: ["action-11", "action-13"],
    ideas: ["Visit on the same days as the other bodies", "Ask what was learned before what was missed"],
  },
  {
    theme: "burden",
    drivers: ["We ask others for less, and only once"],
    serves: ["action-12"],
    ideas: ["End one return for each new one", "Publish what we ask of whom"],
  },
];

/** Places first, because organisations align to theirs; most have one, some only a draft, and a few none. */
export function makeStrategies(nation: Nation): Strategy[] {
  const open = nation.bodies.filter((body) => isOpen(body) && mayWrite(body));
  const made = new Map<Body, Strategy>();
  for (const body of [...open.filter(leadsOthers), ...open.filter((one) => !leadsOthers(one))]) {
    const chance = dice(`${seed}:strategy:${body.code}`);
    if (!leadsOthers(body) && !chance.chance(0.84)) continue;
    made.set(body, makeStrategy(nation, body, made.get(body.parent!) ?? null));
  }
  return [...made.values()];
}

const leadsOthers = ({ kind }: Body): boolean => kind === "local-system" || kind === "national-body";

const mayWrite = ({ kind, code }: Body): boolean =>
  writers.has(kind) || (kind === "national-body" && nationalWriters.has(code));

function makeStrategy(nation: Nation, body: Body, above: Strategy | null): Strategy {
  const chance = dice(`${seed}:strategy:${body.code}:words`);
  const startedOn = addDays(nation.today, -chance.between(200, 900));
  const isOrganisation = !leadsOthers(body);
  const publishedOn =
    isOrganisation && chance.chance(0.15) ? null : addDays(startedOn, chance.between(40, 120));
  // Some forgot the talent section: the register shows it.
  const withTalent = !isOrganisation || chance.chance(0.86);
  const kept = [
    ...themes.filter(({ theme }) => theme !== "talent" || withTalent),
    ...(body.kind === "national-body" ? nationalThemes : []),
  ];
  const said = wordsOf(body, chance, withTalent);
  return {
    id: idFrom(`strategy:${body.code}`),
    body,
    lead: nation.leadOf(body) ?? [...nation.peopleOf(body)][0]?.id,
    title: titleOf(body),
    ...said,
    startedOn,
    publishedOn,
    // Whoever looked at theirs again within the year has nothing overdue.
    refreshOn: publishedOn === null ? null : nextRefresh(publishedOn, nation.today, chance.chance(0.6)),
    milestones: milestonesOf(body, chance, startedOn, nation.today),
    nodes: nodesOf(body, said.aim, chance, kept),
    above,
  };
}

function titleOf({ name, kind }: Body): string {
  const title = `Improvement and leadership strategy of ${name}`;
  return kind === "national-body" ? `${title} (invented)` : title.slice(0, 200);
}

function nextRefresh(publishedOn: string, today: string, wasRefreshed: boolean): string {
  const first = addDays(publishedOn, 365);
  return first < today && wasRefreshed ? addDays(today, 30 + (Date.parse(first) % 300)) : first;
}

type Said = Pick<Strategy, "aim" | "template" | "sections">;

function wordsOf(body: Body, chance: Dice, withTalent: boolean): Said {
  const template = "improvement-and-leadership";
  if (body.kind === "national-body")
    return { template: `${template}-national`, ...sectionsOfNationalBody(body.code) };
  const aim = chance.pick(aims)(body.name);
  return body.kind === "local-system"
    ? { aim, template: `${template}-place`, sections: sectionsOfPlace(chance) }
    : { aim, template, sections: sectionsOfOrganisation(chance, withTalent) };
}

const aims: readonly ((name: string) => string)[] = [
  (name) => `Care at ${name} gets better every month, by those who give it`,
  (name) => `People cared for by ${name} wait less and come to less harm, year after year`,
  (name) => `Everybody at ${name} knows how to improve their own work, and has the time`,
  (name) => `${name} keeps its people, and they give care that their own families would choose`,
];

const milestones = [
  "First 20 team leaders have a coach",
  "A third of teams run a project with data",
  "Career conversations offered to everybody",
  "Board reports show signals in place of colours",
];

function milestonesOf(body: Body, chance: Dice, startedOn: string, today: string): Strategy["milestones"] {
  return chance.some(milestones, 2).map((text, index) => {
    const dueOn = addDays(startedOn, index === 0 ? 120 : 300);
    const isReached = dueOn < today && chance.chance(0.7);
    return {
      id: idFrom(`milestone:${body.code}:${index}`),
      text,
      dueOn,
      reachedOn: isReached ? dueOn : null,
    };
  });
}

function nodesOf(body: Body, aim: string, chance: Dice, kept: readonly Themed[]): StrategyNode[] {
  const top = idFrom(`strategy:${body.code}:aim`);
  return [
    { id: top, kind: "aim", text: aim.slice(0, 500), parent: null, serves: null, theme: null },
    ...kept.flatMap(({ theme, drivers, serves, ideas }): StrategyNode[] => {
      const id = idFrom(`strategy:${body.code}:${theme}`);
      return [
        {
          id,
          kind: "primary",
          text: chance.pick(drivers),
          parent: top,
          serves: servedBy(body, theme, serves),
          theme,
        },
        ...chance.some(ideas, 2).map((text, index): StrategyNode => ({
          id: idFrom(`strategy:${body.code}:${theme}:${index}`),
          kind: "idea",
          text,
          parent: id,
          serves: null,
          theme: null,
        })),
      ];
    }),
  ];
}

/** Places choose for themselves which action a theme of theirs serves; some actions are left to the national bodies. */
function servedBy(body: Body, theme: Theme, actions: readonly string[]): string {
  // Of what visitors look at first, one theme serves what moved since.
  if (shownFirst.has(body.code)) return actions[0]!;
  return dice(`${seed}:strategy:${body.code}:${theme}`).pick(actions);
}
