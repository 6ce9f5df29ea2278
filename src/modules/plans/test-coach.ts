import { dayOf } from "#platform/day.ts";
import { isBeforeItsEnd, isSmall, type PlanTest } from "./plan-test.ts";

/** One fixed rule, whether the tests keep it, and why it is worth keeping. Advice to the team and to nobody else. */
export type Advice = {
  rule: "prediction" | "small-first" | "repeated" | "data" | "studied-in-time" | "goes-on";
  /** Undecided where there is not enough yet to say. */
  kept: "yes" | "no" | "not-yet";
  title: string;
  words: string;
  why: string;
};

type Ramp = readonly PlanTest[];

/** Reads the cycles of one ramp, in their order, as a coach would. */
export function coachRamp(ramp: Ramp, today: string): Advice[] {
  if (ramp.length === 0) return [];
  return [
    predicted(ramp),
    beganSmall(ramp),
    wasRepeated(ramp),
    hasData(ramp),
    wasStudied(ramp, today),
    goesOn(ramp),
  ];
}

function predicted(ramp: Ramp): Advice {
  const without = ramp.filter((one) => one.prediction === "" || !isInTime(one));
  const cycles = without.map((one) => one.cycle).join(", ");
  return {
    rule: "prediction",
    kept: without.length === 0 ? "yes" : "no",
    title: "A prediction before it starts",
    words:
      without.length === 0
        ? "Every cycle had its prediction before it began."
        : `Cycle ${cycles} had no prediction before it began. Write one before the next: a guess is enough.`,
    why: "What you learn is the gap between what you thought and what happened. Written afterwards, there is no gap.",
  };
}

/** On the day on which it begins is still before. */
function isInTime({ predictedAt, startsOn }: PlanTest): boolean {
  return predictedAt !== null && dayOf(predictedAt) <= startsOn;
}

function beganSmall(ramp: Ramp): Advice {
  const kept = isSmall(ramp[0]!.scale);
  return {
    rule: "small-first",
    kept: kept ? "yes" : "no",
    title: "A small first test",
    words: kept
      ? "The first cycle was small."
      : "The first cycle was as large as a ward or larger. What could you find out with 1 person, tomorrow?",
    why: "A small test is quick to plan, does little harm when it fails, and is easy to change.",
  };
}

function wasRepeated(ramp: Ramp): Advice {
  const abandoned = ramp.at(-1)!.decision === "abandon";
  const kept = ramp.length > 1 || abandoned;
  return {
    rule: "repeated",
    kept: kept ? "yes" : "not-yet",
    title: "More than one cycle",
    words:
      ramp.length > 1
        ? `There are ${ramp.length} cycles.`
        : abandoned
          ? "It was abandoned after the first cycle, and nobody has to repeat what does not help."
          : "There is 1 cycle so far. Few changes work the first time that they are tried.",
    why: "Each cycle answers the question that the one before it raised.",
  };
}

function hasData(ramp: Ramp): Advice {
  const measured = ramp.some((one) => one.seriesId !== null);
  const figures = ramp.filter((one) => one.study && one.study.figure !== null).length;
  return {
    rule: "data",
    kept: measured ? "yes" : "no",
    title: "Data over time",
    words: measured
      ? "It is drawn on a chart at its dates."
      : figures > 0
        ? "There are single numbers and no chart. Choose a measure, so that the test is drawn where the data changed."
        : "No measure is chosen. Choose one, so that the test is drawn where the data changed.",
    why: "One number before and one after cannot tell a change from an ordinary week.",
  };
}

function wasStudied(ramp: Ramp, today: string): Advice {
  const late = ramp.filter((one) => !one.studiedAt && one.endsOn < today);
  const early = ramp.filter((one) => one.studiedAt && isBeforeItsEnd(one, dayOf(one.studiedAt)));
  const kept = late.length > 0 ? "no" : ramp.some((one) => one.studiedAt) ? "yes" : "not-yet";
  return {
    rule: "studied-in-time",
    kept: early.length > 0 && kept === "yes" ? "no" : kept,
    title: "Studied after its last day",
    words: studiedWords(late, early, kept),
    why: "A test that is not studied teaches nobody; one that is studied early may only have been lucky.",
  };
}

function studiedWords(late: Ramp, early: Ramp, kept: Advice["kept"]): string {
  const numbers = (some: Ramp): string => some.map((one) => one.cycle).join(", ");
  if (late.length > 0) return `Cycle ${numbers(late)} has ended and is not studied yet.`;
  if (early.length > 0)
    return `Cycle ${numbers(early)} was studied before its last day. The reason is kept with it.`;
  return kept === "yes" ? "Every cycle that has ended is studied." : "Nothing has ended yet.";
}

function goesOn(ramp: Ramp): Advice {
  const last = ramp.at(-1)!;
  const owes = last.decision === "adapt" || last.decision === "expand";
  return {
    rule: "goes-on",
    kept: owes ? "no" : last.decision || ramp.length > 1 ? "yes" : "not-yet",
    title: "The next cycle begun",
    words: owes
      ? `You decided to ${last.decision} after cycle ${last.cycle}. The next cycle is filled in for you: it needs a date.`
      : last.decision
        ? "The last decision needs no further cycle."
        : "The last cycle is not decided yet.",
    why: "Ramps stall between a good decision and the day on which it is acted on.",
  };
}
