import { isoDayInWords } from "#platform/moments.ts";
import { howMuch } from "../aim-rules.ts";
import { nodeWords, type NodeWords } from "../diagram/node-words.ts";
import { stageLabels, type PlanSeen } from "../plan.ts";
import { planWords } from "../plan-words.ts";
import {
  decisionLabels,
  outcomeLabels,
  scaleLabels,
  stateOf,
  testStateLabels,
  type PlanTest,
} from "../plan-test.ts";
import { counted } from "#ui/counted.ts";
import { rampsOf, type PlanRecord } from "./plan-record.ts";

/** The aim as it is said aloud. */
export function aimSentence(plan: PlanSeen): string {
  return plan.aim.text || plan.aim.what || plan.sentence || plan.title;
}

/** The parts of the aim that are there: how much, by when, for whom. */
export function aimParts({ aim }: PlanSeen): { name: string; text: string }[] {
  return [
    { name: "How much", text: howMuch(aim) },
    { name: "By when", text: aim.by ? isoDayInWords(aim.by) : "" },
    { name: "For whom", text: aim.forWhom },
  ].filter(({ text }) => text !== "");
}

const metWords = {
  yes: "The aim was met.",
  partly: "The aim was partly met.",
  no: "The aim was not met.",
};

export function stageSentence({ plan, stages }: Pick<PlanRecord, "plan" | "stages">): string {
  const since = stages.at(-1)?.on;
  const stage = since
    ? `${stageLabels[plan.stage]} since ${isoDayInWords(since)}.`
    : `${stageLabels[plan.stage]}.`;
  return plan.aimMet ? `${stage} ${metWords[plan.aimMet]}` : stage;
}

/** "14 tests in 4 ramps: 3 adopted, 2 abandoned with a lesson." */
export function testsSentence(record: Pick<PlanRecord, "tests" | "today">): string {
  const { tests } = record;
  if (tests.length === 0) return "No tests yet.";
  const ramps = rampsOf(record).length;
  const decided = (["adopt", "abandon"] as const).flatMap((decision) => {
    const count = tests.filter((test) => test.decision === decision).length;
    return count === 0 ? [] : [`${count.toLocaleString("en-GB")} ${decidedWords[decision]}`];
  });
  const said = decided.length === 0 ? "" : `: ${decided.join(", ")}`;
  return `${counted(tests.length, "test")} in ${counted(ramps, "ramp")}${said}.`;
}

const decidedWords = { adopt: "adopted", abandon: "abandoned with a lesson" };

export function testDates({ startsOn, endsOn }: Pick<PlanTest, "startsOn" | "endsOn">): string {
  return startsOn === endsOn
    ? isoDayInWords(startsOn)
    : `${isoDayInWords(startsOn)} to ${isoDayInWords(endsOn)}`;
}

export function testSize({ scale, howMany }: Pick<PlanTest, "scale" | "howMany">): string {
  return howMany === null ? scaleLabels[scale] : `${scaleLabels[scale]} (${howMany.toLocaleString("en-GB")})`;
}

/** What became of a test, in a few words. */
export function testEnd(test: PlanTest, today: string): string {
  if (test.decision === null) return testStateLabels[stateOf(test, today)];
  const outcome = test.study ? `. ${outcomeLabels[test.study.outcome]}` : "";
  return `${decisionLabels[test.decision]}${outcome}`;
}

/** What the entries of its diagram are called on paper, where every reader gets the same words. */
export function recordWords({ plan, nodes }: Pick<PlanRecord, "plan" | "nodes">): NodeWords {
  return nodeWords({ words: planWords(plan.kind, false), isPlain: false }, nodes);
}
