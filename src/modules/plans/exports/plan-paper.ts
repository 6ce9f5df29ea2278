import { isoDayInWords } from "#platform/moments.ts";
import { testedWords } from "../diagram/belief-held.ts";
import { beliefWords } from "../diagram/diagram.ts";
import { planWords } from "../plan-words.ts";
import { roleWords } from "../team-roles.ts";
import { stageLabels } from "../plan.ts";
import { listBlock, textBlock, type Block, type Paper, type PaperSection } from "./paper.ts";
import {
  aimParts,
  aimSentence,
  recordWords,
  stageSentence,
  testDates,
  testEnd,
  testSize,
  testsSentence,
} from "./plan-facts.ts";
import { lessonsOf, type PlanRecord } from "./plan-record.ts";

/** The whole of a plan as a paper to read: what it is for, what was tried, what the numbers show, what was learned. */
export function planPaper(record: PlanRecord): Paper {
  const { plan, today } = record;
  const words = planWords(plan.kind, false);
  const sections: PaperSection[] = [
    { key: "aim", heading: "Aim", blocks: aimBlocks(record) },
    { key: "diagram", heading: words.diagram, blocks: [...diagramBlocks(record), ...beliefBlocks(record)] },
    { key: "measures", heading: words.measures, blocks: measureBlocks(record) },
    { key: "tests", heading: words.tests, blocks: testBlocks(record) },
    { key: "learned", heading: "What was learned", blocks: learnedBlocks(record) },
    { key: "decisions", heading: "Decisions", blocks: decisionBlocks(record) },
    { key: "tasks", heading: words.tasks, blocks: taskBlocks(record) },
    { key: "team", heading: words.team, blocks: teamBlocks(record) },
    { key: "stages", heading: "How it went", blocks: stageBlocks(record) },
  ];
  return {
    title: plan.title,
    lead: `${plan.bodies.map(({ name }) => name).join(", ")}. ${stageSentence(record)}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    foot: `From Throughline, ${isoDayInWords(today)}.`,
  };
}

function aimBlocks({ plan }: PlanRecord): Block[] {
  const priorities = [
    plan.localPriority && `Local priority: ${plan.localPriority}`,
    plan.nationalPriority && `National priority: ${plan.nationalPriority}`,
  ].filter((line) => line !== "");
  const parts = aimParts(plan).map(({ name, text }) => `${name}: ${text}`);
  return [...textBlock(aimSentence(plan)), ...listBlock([...parts, ...priorities])];
}

export function diagramBlocks(record: PlanRecord): Block[] {
  const { plan, nodes } = record;
  return nodes.length < 2 ? [] : [{ kind: "diagram", title: plan.title, nodes, words: recordWords(record) }];
}

/** What is believed now of each link, with the reason and the day. */
function beliefBlocks({ nodes, beliefs }: PlanRecord): Block[] {
  const texts = new Map(nodes.map(({ id, text }) => [id, text]));
  const newest = new Map(beliefs.map((one) => [`${one.child} ${one.parent}`, one]));
  const said = [...newest.values()].filter(({ child, parent }) => texts.has(child) && texts.has(parent));
  if (said.length === 0) return [];
  return [
    ...textBlock("How sure the team is that one thing moves another:"),
    ...listBlock(
      said.map(
        ({ child, parent, belief, reason, tested, on }) =>
          `“${texts.get(child)}” moves “${texts.get(parent)}”: ${beliefWords[belief].toLowerCase()}, ` +
          `${isoDayInWords(on)}, ${testedWords(tested).toLowerCase()}. Why: ${reason}`,
      ),
    ),
  ];
}

export function measureBlocks({ measures }: Pick<PlanRecord, "measures">): Block[] {
  return measures.map((measure) => ({ kind: "chart", measure }));
}

export function testBlocks(record: Pick<PlanRecord, "tests" | "today">): Block[] {
  const { tests, today } = record;
  if (tests.length === 0) return [];
  return [
    ...textBlock(testsSentence(record)),
    {
      kind: "table",
      caption: "Every test, ramp after ramp",
      head: ["What was tried", "When", "How many", "Prediction", "What happened", "What came of it"],
      rows: tests.map((test) => [
        `Cycle ${test.cycle}: ${test.change}`,
        testDates(test),
        testSize(test),
        test.prediction || "None",
        test.study?.happened || "Not studied yet",
        testEnd(test, today),
      ]),
    },
  ];
}

export function learnedBlocks(record: PlanRecord): Block[] {
  return [
    ...textBlock(record.plan.learned),
    ...listBlock(lessonsOf(record).map(({ change, learning }) => `${change}: ${learning}`)),
  ];
}

function decisionBlocks({ decisions }: PlanRecord): Block[] {
  return listBlock(
    decisions.map(({ what, why, decidedBy, decidedOn }) =>
      [`${isoDayInWords(decidedOn)}: ${what}`, why && `Why: ${why}`, decidedBy && `Decided by ${decidedBy}`]
        .filter(Boolean)
        .join(". "),
    ),
  );
}

function taskBlocks({ tasks }: PlanRecord): Block[] {
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  return listBlock(
    open.map(({ text, owner, dueOn }) =>
      [text, owner, dueOn && `due ${isoDayInWords(dueOn)}`].filter(Boolean).join(", "),
    ),
  );
}

function teamBlocks({ team }: PlanRecord): Block[] {
  const now = team.filter(({ until }) => until === null);
  return listBlock(
    now.map(({ name, role, place }) =>
      [name, roleWords[role].label.toLowerCase(), place].filter(Boolean).join(", "),
    ),
  );
}

export function stageBlocks({ stages }: Pick<PlanRecord, "stages">): Block[] {
  return listBlock(
    stages.map(
      ({ stage, on, reason }) => `${stageLabels[stage]}: ${isoDayInWords(on)}${reason ? `. ${reason}` : ""}`,
    ),
  );
}
