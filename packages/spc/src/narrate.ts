import type { Analysis, Note, Signal } from "./analysis.ts";
import type { Improvement } from "./options.ts";

/** What a chart shows, in words from fixed rules. */
export interface Narrative {
  /** One sentence. */
  readonly short: string;
  readonly long: readonly string[];
  readonly toDo: readonly string[];
  readonly notToDo: readonly string[];
}

export interface NarrateOptions {
  /** What is measured, to begin a sentence: "Falls per 1,000 bed days". "The measure" unless said. */
  readonly measure?: string;
  /** How a figure is written, with its unit. In 4 digits unless said. */
  readonly say?: (value: number) => string;
}

/** Puts the verdicts into plain words: no more certain than they are, and the same every time. */
export function narrate(analysis: Analysis, options: NarrateOptions = {}): Narrative {
  const measure = options.measure ?? "The measure";
  const { say = inDigits } = options;
  const number: Write = (value) => (value === null ? "not known" : say(value));
  return {
    short: `${measure} ${variationWords(analysis)}${assuranceTail(analysis)}.`,
    long: [
      ...levelSentences(analysis, measure, number),
      ...signalSentences(analysis),
      ...assuranceSentences(analysis, number),
      ...noteSentences(analysis),
    ],
    toDo: toDo(analysis),
    notToDo: notToDo(analysis),
  };
}

function inDigits(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString("en-GB", { maximumFractionDigits: 10 });
}

function variationWords(analysis: Analysis): string {
  const { variation } = analysis;
  switch (variation.kind) {
    case "improving":
      return `shows a signal of improvement: ${ruleWords(analysis)}`;
    case "worsening":
      return `shows a signal of concern: ${ruleWords(analysis)}`;
    case "high":
    case "low":
      return `has gone ${variation.kind === "high" ? "up" : "down"}: ${ruleWords(analysis)}`;
    case "unusual":
      return `does not vary as chance would have it: ${ruleWords(analysis)}`;
    case "too-few-points":
      return "has too few points to tell a signal from chance";
    default:
      return analysis.signals.some(
        (signal) => signal.points.length === 0 && signal.phase === analysis.phases.length - 1,
      )
        ? "shows no signal at its latest point, but its runs are not those of chance"
        : "shows no signal at its latest point: its ups and downs are what chance gives";
  }
}

function ruleWords(analysis: Analysis): string {
  return analysis.rules.rules.find((rule) => rule.id === analysis.variation.rule)?.name ?? "a rule is broken";
}

function assuranceTail({ assurance }: Analysis): string {
  switch (assurance.kind) {
    case "expected-to-hit":
      return ", and the target can be expected to be hit";
    case "expected-to-miss":
      return ", and the target cannot be expected to be hit unless something changes";
    case "hit-and-miss":
      return ", and the target will be hit in some periods and missed in others";
    default:
      return "";
  }
}

type Write = (value: number | null) => string;

function levelSentences(analysis: Analysis, measure: string, number: Write): string[] {
  const phase = analysis.phases.at(-1);
  if (phase === undefined || analysis.points.every((point) => point.value === null))
    return [`${measure} has no points yet.`];
  const latest = analysis.points[analysis.variation.at ?? -1];
  const sentences =
    latest === undefined
      ? []
      : [
          `The latest point (${latest.x}) is ${number(latest.value)}; the centre is ${number(latest.centre)}.`,
        ];
  const [lower, upper] = [phase.lower ?? latest?.lower ?? null, phase.upper ?? latest?.upper ?? null];
  if (lower !== null && upper !== null) {
    sentences.push(
      `As long as nothing changes, points can be expected between ${number(lower)} and ${number(upper)}.`,
    );
  }
  if (analysis.phases.length > 1) {
    sentences.push(
      `These lines are those of phase ${phase.index + 1} of ${analysis.phases.length}, which begins at ${analysis.points[phase.from]!.x}.`,
    );
  }
  return sentences;
}

function signalSentences(analysis: Analysis): string[] {
  if (analysis.signals.length === 0) return ["No rule is broken anywhere on the chart."];
  const listed = analysis.signals.slice(-3).map((signal) => signalWords(signal, analysis));
  const more = analysis.signals.length - listed.length;
  return more > 0
    ? [...listed, `There ${more === 1 ? "is 1 earlier signal" : `are ${more} earlier signals`}.`]
    : listed;
}

function signalWords(signal: Signal, { points, phases }: Analysis): string {
  const way = signal.direction === "none" ? "" : signal.direction === "high" ? " (high)" : " (low)";
  if (signal.points.length === 0) return `In phase ${signal.phase + 1} of ${phases.length}: ${signal.name}.`;
  const from = points[signal.from]!.x;
  const to = points[signal.to]!.x;
  return `${from === to ? `At ${from}` : `From ${from} to ${to}`}: ${signal.name}${way}.`;
}

function assuranceSentences({ assurance, improvement }: Analysis, number: Write): string[] {
  if (assurance.target === null) return [];
  const target = `The target is ${number(assurance.target)}`;
  switch (assurance.kind) {
    case "expected-to-hit":
      return assurance.because === "no-variation"
        ? [`${target}, and every point that counts lies exactly on it.`]
        : [`${target}, outside the limits on the good side: it can be expected to be hit.`];
    case "expected-to-miss":
      return [
        `${target}, outside the limits on the bad side: the process as it is cannot be expected to hit it.`,
      ];
    case "hit-and-miss":
      return [`${target}, between the limits: whether it is hit in a period is a matter of chance.`];
    default:
      return [`${target}; ${unknownWords(improvement, assurance.because)}`];
  }
}

function unknownWords(improvement: Improvement, because: string): string {
  if (improvement === "neutral") return "which way is better has not been said.";
  return because === "too-few-points"
    ? "there are too few points to say whether it will be hit."
    : "without limits it cannot be said whether it will be hit.";
}

const NOTE_WORDS: Readonly<Partial<Record<Note, string>>> = {
  "missing-points": "Some points are missing. They break runs and are not bridged.",
  "not-applicable-points": "In some periods there was nothing to measure; that is not 0.",
  "impossible-points":
    "Some numbers cannot be right (more cases than people, cases among nobody) and are left out.",
  "excluded-points": "Some points are left out of the centre and limits, each with a reason.",
  "latest-missing": "The latest period has no reading: the verdict is about an earlier one.",
  "trial-limits": "Limits from fewer points than the minimum are trial limits.",
  "screening-left-nothing": "Without its extreme moving ranges nothing would vary, so all were kept.",
  "no-variation-in-baseline": "The baseline never varies, so any other value lies outside the limits.",
  "width-unknown": "Too few neighbouring points tell the width of the limits.",
};

/** A run chart has no limits. */
const TRIAL_MEDIAN = "A median of so few points still moves with each new one.";

function noteSentences({ notes, chart }: Analysis): string[] {
  return notes.flatMap((note) =>
    note === "trial-limits" && chart === "run" ? TRIAL_MEDIAN : (NOTE_WORDS[note] ?? []),
  );
}

const CHANGE = "To do better, change the process itself and test the change.";

function toDo({ variation, assurance }: Analysis): string[] {
  switch (variation.kind) {
    case "improving":
      return [
        "Find out what changed, and keep it.",
        "When it is understood and lasts, consider a new phase.",
      ];
    case "worsening":
      return ["Find out what changed, starting from the first point of the signal.", "Act on that cause."];
    case "high":
    case "low":
    case "unusual":
      return ["Find out what changed, and decide whether it is for the better."];
    case "too-few-points":
      return ["Go on measuring."];
    default:
      return assurance.kind === "expected-to-miss" || assurance.kind === "hit-and-miss"
        ? [CHANGE]
        : ["Go on measuring.", CHANGE];
  }
}

function notToDo({ variation }: Analysis): string[] {
  switch (variation.kind) {
    case "common-cause":
      return [
        "Do not ask for reasons for single ups and downs.",
        "Do not compare one point with the one before.",
      ];
    case "too-few-points":
      return ["Do not read anything into single points yet."];
    case "improving":
      return ["Do not move the limits before the cause is known."];
    default:
      return ["Do not redraw the limits to make the signal go away."];
  }
}
