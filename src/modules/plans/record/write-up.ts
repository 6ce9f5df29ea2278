import { dayInWords, isoDayInWords } from "#platform/moments.ts";
import { decisionLabels, outcomeLabels, scaleLabels, type PlanTest } from "../plan-test.ts";
import { roleWords } from "../team-roles.ts";
import { measureSays } from "../exports/measure-chart.ts";
import { textBlock, type Paper } from "../exports/paper.ts";
import { aimSentence } from "../exports/plan-facts.ts";
import { rampsOf, shownMeasures, type PlanRecord } from "../exports/plan-record.ts";

/** What a journal of improvement expects to read, in the order in which it expects it. */
export const writeUpParts = [
  "title",
  "problem",
  "known",
  "aim",
  "context",
  "changes",
  "measures",
  "results",
  "learning",
  "limits",
  "interests",
] as const;
export type WriteUpPart = (typeof writeUpParts)[number];

export const writeUpHeadings: Record<WriteUpPart, string> = {
  title: "Title",
  problem: "The problem",
  known: "What was known before",
  aim: "The aim",
  context: "Where it happened, and who took part",
  changes: "What was changed and tested",
  measures: "How it was measured",
  results: "What happened to the measures",
  learning: "What was learned",
  limits: "Limits",
  interests: "Funding and interests",
};

export const writeUpHints: Record<WriteUpPart, string> = {
  title: "Say that it is improvement work, what was improved and where",
  problem: "What goes wrong, how often, and for whom it matters",
  known: "What others have tried, and what you built on",
  aim: "How much, by when, for whom",
  context: "What about this place helped, or stood in the way",
  changes: "What you did, how it changed from test to test, and why you thought that it would help",
  measures: "Why these measures, and how you know that the numbers are complete",
  results: "What the charts show, and what happened at the same time",
  learning: "What you would do again, what not, and what others can take over",
  limits: "What could have led you astray, and how far it holds elsewhere",
  interests: "Who paid for it, and what anybody had to gain",
};

/** A first draft of each part, from the record alone: paragraphs that its team then makes its own. */
export function draftWriteUp(record: PlanRecord): Record<WriteUpPart, string> {
  const { plan } = record;
  return {
    title: `${plan.title}: an improvement ${plan.kind} at ${plan.body.name}`,
    problem: plan.sentence || "Say what goes wrong, how often, and for whom it matters.",
    known: knownWords(record),
    aim: aimSentence(plan) || "No aim is written down yet.",
    context: contextWords(record),
    changes: changesWords(record),
    measures: measuresWords(record),
    results: resultsWords(record),
    learning: learningWords(record),
    limits: limitsWords(record),
    interests:
      "No funding is written down. Say who paid for the work, and what anybody involved had to gain.",
  };
}

const paragraphs = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join("\n\n");

function knownWords({ plan, nodes }: PlanRecord): string {
  const drivers = nodes.filter((node) => node.kind === "primary").map((node) => node.text);
  return paragraphs(
    drivers.length > 0 &&
      `The team began from the theory that ${counted(drivers.length, "thing")} would have to change: ${listed(drivers)}.`,
    plan.topics.length > 0 && `It belongs to the topics ${listed(plan.topics)}.`,
    "Say here what others had tried, and where you read it.",
  );
}

function contextWords({ plan, team }: PlanRecord): string {
  const others = plan.bodies.filter((body) => body.id !== plan.body.id).map((body) => body.name);
  const roles = [...Map.groupBy(team, (one) => roleWords[one.role].label)].map(
    ([role, people]) => `${people.length} ${role.toLowerCase()}`,
  );
  return paragraphs(
    `The work was done at ${plan.body.name}${others.length > 0 ? `, together with ${listed(others)}` : ""}. It began on ${dayInWords(plan.createdAt)}.`,
    roles.length > 0 && `The team: ${listed(roles)}.`,
    plan.hasPartner
      ? "A patient or carer was a partner in the team."
      : "No patient or carer was a partner in the team. Say how the people concerned were heard.",
  );
}

function changesWords({ tests, nodes }: PlanRecord): string {
  const ideas = nodes.filter((node) => node.kind === "idea").length;
  if (tests.length === 0)
    return `${counted(ideas, "change idea")} stood in the diagram, and none was tested yet.`;
  const ramps = rampsOf({ tests });
  return paragraphs(
    `${counted(tests.length, "test")} in ${counted(ramps.length, "ramp")} were carried out from ${isoDayInWords(firstDay(tests))} to ${isoDayInWords(lastDay(tests))}.`,
    ...ramps.map(rampWords),
  );
}

const firstDay = (tests: readonly PlanTest[]): string => tests.map((test) => test.startsOn).sort()[0]!;
const lastDay = (tests: readonly PlanTest[]): string =>
  tests
    .map((test) => test.endsOn)
    .sort()
    .at(-1)!;

function rampWords(ramp: readonly PlanTest[]): string {
  return `${ramp[0]!.node ?? ramp[0]!.change}. ${ramp.map(cycleWords).join(" ")}`;
}

function cycleWords(test: PlanTest): string {
  const said = [
    `Cycle ${test.cycle} (${scaleLabels[test.scale].toLowerCase()}, ${isoDayInWords(test.startsOn)}): ${sentence(test.change)}`,
    test.prediction && `Predicted: ${sentence(test.prediction)}`,
    test.study && `${sentence(test.study.happened)} ${outcomeLabels[test.study.outcome]}.`,
    test.decision && `Decision: ${decisionLabels[test.decision].toLowerCase()}.`,
    test.learning && sentence(test.learning),
  ];
  return said.filter(Boolean).join(" ");
}

function measuresWords({ measures }: PlanRecord): string {
  if (measures.length === 0) return "No measure is attached yet.";
  return paragraphs(
    ...measures.map(({ name, definition, points }) =>
      [
        `${name} (${definition.kind} measure).`,
        definition.operational && sentence(definition.operational),
        definition.numerator &&
          `Numerator: ${sentence(definition.numerator)} Denominator: ${sentence(definition.denominator)}`,
        definition.source && `Source: ${sentence(definition.source)}`,
        points.length > 0
          ? `${counted(points.length, "point")} from ${isoDayInWords(points[0]!.period)} to ${isoDayInWords(points.at(-1)!.period)}.`
          : "No points yet.",
      ]
        .filter(Boolean)
        .join(" "),
    ),
    "Each was judged on a statistical process control chart by a named rule set, so that ordinary ups and downs are not taken for change.",
  );
}

function resultsWords({ measures, plan }: PlanRecord): string {
  const said = shownMeasures({ measures }).map((one) => `${one.name}: ${sentence(measureSays(one).long)}`);
  return paragraphs(
    ...said,
    said.length === 0 && "There are no results to tell yet.",
    plan.stage === "stopped" && "The work was stopped before its aim was met.",
  );
}

function learningWords({ plan, tests }: PlanRecord): string {
  const abandoned = tests.filter((test) => test.decision === "abandon" && test.learning);
  // What surprised in one cycle often does in the next, and is read once.
  const surprises = [
    ...new Set(tests.flatMap((test) => (test.study?.surprises ? [sentence(test.study.surprises)] : []))),
  ];
  return paragraphs(
    plan.learned,
    abandoned.length > 0 &&
      `What did not help: ${abandoned.map((test) => `${sentence(test.change)} ${sentence(test.learning)}`).join(" ")}`,
    surprises.length > 0 && `What surprised the team: ${surprises.join(" ")}`,
    !plan.learned && abandoned.length === 0 && surprises.length === 0 && "Nothing is written down yet.",
  );
}

function limitsWords({ measures, tests }: PlanRecord): string {
  const short = measures.filter((one) => one.points.length < 12);
  const early = tests.filter((test) => test.study?.earlyReason);
  const unpredicted = tests.filter((test) => test.prediction === "");
  return paragraphs(
    short.length > 0 &&
      `${listed(short.map((one) => one.name))}: fewer than 12 points, so that limits are only on trial.`,
    early.length > 0 && `${counted(early.length, "test")} ended before the day that was planned.`,
    unpredicted.length > 0 && `${counted(unpredicted.length, "test")} had no prediction.`,
    "There was no comparison with a place where nothing was changed. Say what else happened at the same time.",
  );
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString("en-GB")} ${one}${count === 1 ? "" : "s"}`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;
}

function sentence(text: string): string {
  const plain = text.trim();
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`;
}

export type WrittenPart = { part: WriteUpPart; text: string; version: number; isDraft: boolean };

/** Each part as its team wrote it, or as it is drafted where nobody has written it yet. */
export function writtenParts(
  record: PlanRecord,
  own: readonly { part: string; text: string; version: number }[],
): WrittenPart[] {
  const drafts = draftWriteUp(record);
  return writeUpParts.map((part) => {
    const written = own.find((one) => one.part === part);
    return written
      ? { part, text: written.text, version: written.version, isDraft: false }
      : { part, text: drafts[part], version: 0, isDraft: true };
  });
}

/** The write-up as a paper, with the charts where the results are told. */
export function writeUpPaper(record: PlanRecord, parts: readonly WrittenPart[]): Paper {
  const charts = shownMeasures(record).map((measure) => ({ kind: "chart", measure }) as const);
  return {
    title: parts.find(({ part }) => part === "title")!.text,
    lead: record.plan.bodies.map(({ name }) => name).join(", "),
    sections: parts
      .filter(({ part }) => part !== "title")
      .map(({ part, text }) => ({
        key: part,
        heading: writeUpHeadings[part],
        blocks: [...textBlock(text), ...(part === "results" ? charts : [])],
      })),
    foot: `From Throughline, ${isoDayInWords(record.today)}.`,
  };
}
