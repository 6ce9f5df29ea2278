import type { Stage, Visibility } from "./words.ts";
import type { Body } from "../body.ts";
import type { Dice } from "../dice.ts";
import type { Person } from "../people/person.ts";
import type { Topic, TopicIdea, TopicMeasure } from "./topic.ts";

/** Whether the changes made a difference: to all that was hoped for, to some of it, or to nothing. */
export type Effect = "full" | "part" | "none";

export type Teammate = {
  person: Person;
  role: "lead" | "sponsor" | "coach" | "analyst" | "patient-partner" | "member";
};

export type Node = {
  id: string;
  kind: "aim" | "primary" | "secondary" | "idea";
  text: string;
  parents: readonly string[];
  idea?: TopicIdea;
  on: string;
};

export type MadeSeries = {
  id: string;
  measure: TopicMeasure;
  nodeId: string | null;
  /** When its level begins to move, and to where. */
  changesOn: string | null;
  to: number;
  /** On which day it is there: a change that spreads from place to place raises the level little by little. */
  thereOn: string | null;
  firstOn: string;
  lastOn: string;
  /** Where it is counted, when that is one of several places that count the same thing. */
  place?: Body;
};

export type MadeTest = {
  id: string;
  nodeId: string;
  idea: TopicIdea;
  /** Its place in the ramp of its idea, 1 the first and smallest. */
  cycle: number;
  previousId: string | null;
  startsOn: string;
  endsOn: string;
  /** Nothing is known of it yet. */
  open: boolean;
  came: "came-true" | "partly" | "no";
  act: "adopt" | "adapt" | "expand" | "abandon";
  who: Person;
};

/** A project of the demonstration, with all that its team did in it. */
export type Project = {
  id: string;
  kind: "project" | "programme";
  topic: Topic;
  title: string;
  place: Body;
  /** All whose people are in the team, the place first. */
  bodies: readonly Body[];
  team: readonly Teammate[];
  stages: readonly { stage: Stage; on: string }[];
  stage: Stage;
  startedOn: string;
  /** The last day on which anybody did anything. */
  lastOn: string;
  effect: Effect;
  visibility: Visibility;
  nodes: readonly Node[];
  series: readonly MadeSeries[];
  tests: readonly MadeTest[];
  /** The ramp that moved the outcome, where its chart is to show that. */
  provenBy: readonly MadeTest[];
  learned: string;
  chance: Dice;
};
