import { dice, idFrom, type Dice } from "../dice.ts";
import type { Person } from "../people/person.ts";
import { seed } from "../scale.ts";
import { addDays } from "./days.ts";
import type { Project } from "./project.ts";

export type Task = {
  id: string;
  project: Project;
  text: string;
  owner: Person;
  on: string;
  dueOn: string;
  doneOn: string | undefined;
};

export type Decision = { id: string; project: Project; what: string; why: string; on: string };

export type Talk = {
  id: string;
  project: Project;
  aboutNode: string | undefined;
  threadId: string | undefined;
  text: string;
  writer: Person;
  on: string;
};

const taskTexts = [
  "Ask 3 people who were here last month what they would change",
  "Print the sheets for the night team",
  "Book 20 minutes with the sponsor",
  "Put the chart on the wall by the staff room",
  "Show the new starters how we count",
  "Ring the ward that tried this last year",
  "Order what is missing from the store",
  "Write to the families who helped us",
  "Ask the analyst to look at the limits",
  "Tell the night staff what the day staff decided",
] as const;

export function tasksOf(project: Project): Task[] {
  if (project.stage === "idea") return [];
  const chance = dice(`${seed}:tasks:${project.id}`);
  const live = project.stage !== "closed" && project.stage !== "stopped";
  return chance.some(taskTexts, chance.between(2, 5)).map((text, place, all): Task => {
    const on = between(project, chance);
    const isLast = place === all.length - 1 && live;
    const dueOn = isLast
      ? addDays(project.lastOn, chance.between(-6, 12))
      : addDays(on, chance.between(3, 20));
    return {
      id: idFrom(`task:${project.id}:${place}`),
      project,
      text,
      owner: chance.pick(project.team).person,
      on,
      dueOn,
      doneOn: isLast || dueOn > project.lastOn ? undefined : dueOn,
    };
  });
}

const decisionTexts: readonly [string, string][] = [
  ["We count once a week and not every day", "Every day took 40 minutes, and the chart says the same"],
  ["The patient partner chairs every other meeting", "We talk about other things when they do"],
  [
    "We stay with 1 bay until it works there",
    "The last project went everywhere at once and nowhere for long",
  ],
  ["We stop the second form", "Nobody could say who reads it"],
  ["We meet on Tuesdays at 2:15pm, at the end of the early shift", "Both shifts can be there for 15 minutes"],
];

export function decisionsOf(project: Project): Decision[] {
  if (project.stage === "idea" || project.stage === "set-up") return [];
  const chance = dice(`${seed}:decisions:${project.id}`);
  return chance.some(decisionTexts, chance.between(1, 2)).map(([what, why], place) => ({
    id: idFrom(`decision:${project.id}:${place}`),
    project,
    what,
    why,
    on: between(project, chance),
  }));
}

const openings: readonly [string, readonly string[]][] = [
  [
    "Has anybody asked the night staff what they think of this? They will do most of it.",
    [
      "I was on last night. They like it as long as it is not another form.",
      "Good. Then let us not make it one.",
    ],
  ],
  [
    "The chart looks better, but we also had fewer people in that week. Is it real?",
    [
      "The limits move with the number of people, so it should be. Give it 3 more weeks.",
      "It held. I have put it on the wall.",
    ],
  ],
  [
    "My mother was here in spring. What she would have wanted is that somebody told her what would happen next.",
    [
      "Can we make that the next thing that we try? One sentence at each change of shift.",
      "I will ask 2 people tomorrow whether it helps.",
    ],
  ],
  [
    "Who has done this before? I do not want to invent it again.",
    ["There is a team in the next county. I will ring them."],
  ],
  ["I cannot make Tuesday. Can somebody show the sheet to the bank nurse?", ["I will."]],
];

export function talkOf(project: Project): Talk[] {
  const chance = dice(`${seed}:talk:${project.id}`);
  const ideas = project.nodes.filter((node) => node.kind === "idea");
  return chance
    .some(openings, project.stage === "idea" ? 1 : chance.between(1, 3))
    .flatMap(([opening, answers], place) => {
      const threadId = idFrom(`talk:${project.id}:${place}`);
      const on = between(project, chance);
      const aboutNode = ideas.length > 0 && chance.chance(0.4) ? chance.pick(ideas).id : undefined;
      const common = { project, aboutNode };
      return [
        {
          ...common,
          id: threadId,
          threadId: undefined,
          text: opening,
          writer: chance.pick(project.team).person,
          on,
        },
        ...answers.map((text, step): Talk => ({
          ...common,
          id: idFrom(`talk:${project.id}:${place}:${step}`),
          threadId,
          text,
          writer: chance.pick(project.team).person,
          on: soonest(addDays(on, step * 3 + 1), project.lastOn),
        })),
      ];
    });
}

function between({ startedOn, lastOn }: Project, chance: Dice): string {
  const days = Math.max(0, Math.round((Date.parse(lastOn) - Date.parse(startedOn)) / 86_400_000));
  return addDays(startedOn, chance.between(0, days));
}

const soonest = (one: string, other: string): string => (one < other ? one : other);
