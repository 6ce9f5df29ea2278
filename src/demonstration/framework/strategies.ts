import { isOpen, type Body } from "../body.ts";
import { dice, idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import { addDays } from "../improvement/days.ts";
import { seed } from "../scale.ts";

export type StrategyNode = {
  id: string;
  kind: "aim" | "primary" | "idea";
  text: string;
  parent: string | null;
  /** The item of the framework that it serves, or the same theme of the strategy above. */
  serves: string | null;
  theme: Theme | null;
};

export type Theme = "improvement" | "leadership" | "talent";

export type Strategy = {
  id: string;
  body: Body;
  lead: string | undefined;
  title: string;
  aim: string;
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

const themes: readonly {
  theme: Theme;
  driver: string;
  serves: readonly string[];
  ideas: readonly string[];
}[] = [
  {
    theme: "improvement",
    driver: "Everybody can improve their own work",
    serves: ["action-7", "action-7", "action-9", "action-10"],
    ideas: [
      "Train 1 person in each team in the Model for Improvement",
      "Two protected hours a month for each project",
    ],
  },
  {
    theme: "leadership",
    driver: "Leaders who listen and include",
    serves: ["action-3", "action-1", "action-2"],
    ideas: ["Every new team leader has a coach for a year", "Feedback from those one leads, once a year"],
  },
  {
    theme: "talent",
    driver: "The next leaders are known and growing",
    serves: ["action-5", "action-4", "action-6"],
    ideas: ["A career conversation for all who want one", "Share open posts with the neighbours first"],
  },
];

/** Places first, because organisations align to theirs; most have one, some only a draft, and a few none. */
export function makeStrategies(nation: Nation): Strategy[] {
  const open = nation.bodies.filter((body) => isOpen(body) && writers.has(body.kind));
  const places = open.filter((body) => body.kind === "local-system");
  const made = new Map<Body, Strategy>();
  for (const body of [...places, ...open.filter((one) => one.kind !== "local-system")]) {
    const chance = dice(`${seed}:strategy:${body.code}`);
    if (body.kind !== "local-system" && !chance.chance(0.84)) continue;
    made.set(body, makeStrategy(nation, body, made.get(body.parent!) ?? null));
  }
  return [...made.values()];
}

function makeStrategy(nation: Nation, body: Body, above: Strategy | null): Strategy {
  const chance = dice(`${seed}:strategy:${body.code}:words`);
  const startedOn = addDays(nation.today, -chance.between(200, 900));
  const isDraft = body.kind !== "local-system" && chance.chance(0.15);
  const publishedOn = isDraft ? null : addDays(startedOn, chance.between(40, 120));
  // Some forgot the talent section: the register shows it.
  const withTalent = body.kind === "local-system" || chance.chance(0.86);
  const kept = themes.filter(({ theme }) => theme !== "talent" || withTalent);
  const id = idFrom(`strategy:${body.code}`);
  return {
    id,
    body,
    lead: nation.leadOf(body) ?? [...nation.peopleOf(body)][0]?.id,
    title: `Improvement and leadership strategy of ${body.name}`.slice(0, 200),
    aim: `Care at ${body.name} gets better every month, by those who give it`,
    startedOn,
    publishedOn,
    refreshOn: publishedOn === null ? null : addDays(publishedOn, 365),
    sections: sectionsOf(withTalent),
    milestones: [120, 300].map((days, index) => ({
      id: idFrom(`milestone:${body.code}:${index}`),
      text: index === 0 ? "First 20 team leaders have a coach" : "A third of teams run a project with data",
      dueOn: addDays(startedOn, days),
      reachedOn:
        addDays(startedOn, days) < nation.today && chance.chance(0.7) ? addDays(startedOn, days) : null,
    })),
    nodes: nodesOf(body, kept),
    above,
  };
}

function sectionsOf(withTalent: boolean): Record<string, string> {
  return {
    improvement:
      "Every team learns one method by using it on its own problem, with a coach nearby and 2 hours a month.",
    transformation:
      "With our partners we redesign 2 pathways that cross organisations, patients at the table from the first day.",
    intervention:
      "When a service struggles, help comes within a week, stays until its own people carry on, and leaves a plan.",
    leadership:
      "Whoever leads people learns to listen, to include and to share the lead. New leaders have a coach for a year.",
    ...(withTalent && {
      talent:
        "Anyone who wants one has a career conversation. Open posts are shared with our neighbours before they are advertised.",
    }),
  };
}

/** Places choose for themselves which action a theme of theirs serves; some actions are left to the national bodies. */
function servedBy(body: Body, theme: Theme, actions: readonly string[]): string {
  return dice(`${seed}:strategy:${body.code}:${theme}`).pick(actions);
}

function nodesOf(body: Body, kept: typeof themes): StrategyNode[] {
  const aim = idFrom(`strategy:${body.code}:aim`);
  return [
    {
      id: aim,
      kind: "aim",
      text: `Care at ${body.name} gets better every month`.slice(0, 500),
      parent: null,
      serves: null,
      theme: null,
    },
    ...kept.flatMap(({ theme, driver, serves, ideas }): StrategyNode[] => {
      const id = idFrom(`strategy:${body.code}:${theme}`);
      return [
        { id, kind: "primary", text: driver, parent: aim, serves: servedBy(body, theme, serves), theme },
        ...ideas.map((text, index): StrategyNode => ({
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
