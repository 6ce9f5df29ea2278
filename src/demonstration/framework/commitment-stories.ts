import { dice, type Dice } from "../dice.ts";
import { seed } from "../scale.ts";
import { invented } from "./told.ts";

export type Told = { stage: string; note: string; on: string };
export type Shown = { title: string; summary: string; on: string; withdrawnOn?: string; reason?: string };
export type Story = { id: string; steps: Told[]; evidence: Shown[] };

/** How each detailed action went, where it is not left to chance. */
const endings: Record<string, Ending> = {
  "2.1": "late",
  "3.1": "done",
  "3.6": "late",
  "4.2": "unproven",
  "5.1": "done",
  "6.5": "stopped",
  "7.1": "done",
  "7.7": "stopped",
  "7.9": "late",
  "8.1": "late",
  "8.2": "never",
  "9.1": "done",
  "9.2": "done",
  "10.2": "done",
  "11.2": "done",
  "11.4": "late",
  "12.1": "withdrawn",
  "12.2": "late",
  "13.4": "unproven",
};

type Ending = "done" | "late" | "unproven" | "withdrawn" | "stopped" | "never";

const begun = [
  "A small team was named and met for the first time.",
  "Work began with a look at what exists already, so that nothing is done twice.",
  "Three regions offered to try it first.",
  "People who will use it were asked what they need.",
];
const moved = [
  "The first version was tried in 4 places. Two things did not work and were changed.",
  "Half of those who were to take part have done so.",
  "It took longer than planned, because frontline teams could not be freed in winter.",
  "A draft went out for comment, and 60 replies changed it a good deal.",
  "What was learned in the first year was written up and shared.",
];
const finished = [
  "It is in use, and those who asked for it say that it is what they asked for.",
  "It was published, and is looked at again every year.",
  "All that was promised is there. What remains is part of ordinary work now.",
];
const late = [
  "Most of it is there, but not all. The rest was put back, and we say so.",
  "We promised too much for the time. A smaller part is done well.",
];
const stopped = [
  "We stop this: what others built in the meantime does it better, and we point to that.",
  "We stop this: trying it in 2 regions showed that it adds work and brings little.",
];
const shows = [
  ["Register of those who took part", "Who took part, when and where, counted at the end of the quarter."],
  ["Summary of what was learned", "What was tried, what worked and what did not, in 6 pages."],
  ["The published guide", "The text itself, with the date and those who wrote it."],
  ["Minutes of the review", "What was reviewed, by whom, and what was decided."],
  ["Results of the yearly survey", "What those said who were asked, with how many were asked."],
] as const;

/** Three years of one commitment, each step on a day of its own. */
export function storyOf(id: string, due: string): Story {
  const chance = dice(`${seed}:commitment:${id}`);
  const ending = endings[id] ?? chance.pick(["done", "done", "done", "done", "late", "unproven"] as const);
  if (ending === "never") return { id, steps: [], evidence: [] };
  const days = daysOf(chance, due);
  const steps: Told[] = [
    { stage: "under-way", note: invented(chance.pick(begun)), on: days.begun },
    { stage: "under-way", note: invented(chance.pick(moved)), on: days.moved },
    ...endOf(ending, chance, days),
  ];
  return { id, steps, evidence: evidenceOf(ending, chance, days) };
}

type Days = { begun: string; moved: string; shown: string; ended: string };

/** Begun in the first months, ended within three years and mostly before it was due. */
function daysOf(chance: Dice, due: string): Days {
  const lastDay = due < "2019-12-01" ? due : "2019-12-01";
  const room = (Date.parse(lastDay) - Date.parse("2017-01-09")) / 86_400_000;
  const day = (share: number) => later("2017-01-09", Math.floor(room * share));
  return {
    begun: day(chance.between(2, 15) / 100),
    moved: day(chance.between(35, 55) / 100),
    shown: day(chance.between(56, 80) / 100),
    ended: day(chance.between(82, 100) / 100),
  };
}

function endOf(ending: Ending, chance: Dice, { ended }: Days): Told[] {
  switch (ending) {
    case "done":
    case "withdrawn":
      return [{ stage: "done", note: invented(chance.pick(finished)), on: ended }];
    case "stopped":
      return [{ stage: "stopped", note: invented(chance.pick(stopped)), on: ended }];
    case "late":
      return [{ stage: "under-way", note: invented(chance.pick(late)), on: ended }];
    case "unproven":
    case "never":
      return [];
  }
}

function evidenceOf(ending: Ending, chance: Dice, { shown, ended }: Days): Shown[] {
  if (ending === "unproven" || ending === "stopped") return [];
  const [title, summary] = chance.pick(shows);
  const first = { title: `${title} (invented)`, summary: invented(summary), on: shown };
  if (ending !== "withdrawn") return [first];
  const reason = invented("The figures were counted twice in one region; a corrected paper was promised.");
  return [{ ...first, withdrawnOn: later(ended, 120), reason }];
}

export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
