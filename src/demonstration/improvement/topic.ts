import type { DefinitionText } from "#modules/measures/index.ts";

/** A change to be tried, with what a first test of it asks and expects. */
export type TopicIdea = {
  text: string;
  question: string;
  prediction: string;
  /** What was seen when it did not go as expected. */
  surprise: string;
};

export type TopicDriver = { text: string; below: readonly { text: string; ideas: readonly TopicIdea[] }[] };

type Form = DefinitionText["form"];

/** What is counted, with the level it starts at and the one that a working change brings it to. */
export type TopicMeasure = {
  name: string;
  kind: DefinitionText["kind"];
  form: Form;
  unit: string;
  multiplier?: number;
  better: DefinitionText["better"];
  frequency: "week" | "month";
  operational: string;
  numerator?: string;
  denominator?: string;
  /** In the unit shown. A balancing measure stays where it is. */
  from: number;
  to: number;
  /** How far single values of a plain number lie from the level, as a share of it. */
  spread?: number;
  /** About how many are counted among in a period, where there is a denominator. */
  among?: number;
  /** The target that was set, where there is one. */
  target?: number;
  minutes: number;
  /** The words of the driver that it tells of; without them it belongs to the aim. */
  of?: string;
};

/** Something that teams in many places want to improve, from which their projects are made. */
export type Topic = {
  key: string;
  tags: readonly string[];
  /** Names of the teams and wards, or kinds of organisations, where it is worked on. */
  where: RegExp;
  method: string;
  /** What teams call it: the first is what most do. */
  titles: readonly [string, ...string[]];
  sentence: string;
  aim: { what: string; from: number; to: number; unit: string; forWhom: string };
  drivers: readonly TopicDriver[];
  /** Where several bodies work as one: the driver under which each shows its own outcome. */
  eachBody?: string;
  /** The first is the outcome that the aim is about. */
  measures: readonly [TopicMeasure, ...TopicMeasure[]];
  /** What those learned who got there, and those who stopped. */
  learned: readonly string[];
  stopped: readonly string[];
};

export function idea(text: string, question: string, prediction: string, surprise: string): TopicIdea {
  return { text, question, prediction, surprise };
}

export function driver(text: string, ...below: [string, ...TopicIdea[]][]): TopicDriver {
  return { text, below: below.map(([secondary, ...ideas]) => ({ text: secondary, ideas })) };
}
