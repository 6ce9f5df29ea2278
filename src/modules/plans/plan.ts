import type { GroupRole } from "#modules/people/index.ts";
import type { Visibility } from "#platform/sight.ts";

export const planKinds = ["framework", "strategy", "programme", "project"] as const;
export type PlanKind = (typeof planKinds)[number];

/** In the order in which most plans go through them; stopping is possible from every one. */
export const stages = [
  "idea",
  "set-up",
  "testing",
  "implementing",
  "sustaining",
  "closed",
  "stopped",
] as const;
export type Stage = (typeof stages)[number];

export const stageLabels: Record<Stage, string> = {
  idea: "Idea",
  "set-up": "Setting up",
  testing: "Testing",
  implementing: "Implementing",
  sustaining: "Sustaining",
  closed: "Finished",
  stopped: "Stopped",
};

/** With success or without: from now on it is read, and asked now and then. */
export function hasEnded({ stage }: { stage: Stage }): boolean {
  return stage === "closed" || stage === "stopped";
}

/** When it came to a stage, and why. */
export type StageRow = { stage: Stage; since: Date; reason: string; setBy: string | null };

/** What, how much, by when, for whom: the four parts that make an aim one. */
export type Aim = {
  text: string;
  what: string;
  from: number | null;
  to: number | null;
  unit: string;
  by: string | null;
  forWhom: string;
};

export const aimsMet = ["yes", "partly", "no"] as const;
export type AimMet = (typeof aimsMet)[number];

/** Its team may bring several bodies together; the first is where it is kept. */
export type PlanBody = { id: string; code: string; name: string };

/** A plan as somebody in whose sight it is finds it. */
export type PlanSeen = {
  id: string;
  kind: PlanKind;
  title: string;
  sentence: string;
  aim: Aim;
  topics: readonly string[];
  method: string;
  stage: Stage;
  stageSince: Date;
  localPriority: string;
  nationalPriority: string;
  visibility: Visibility;
  body: PlanBody;
  bodies: readonly PlanBody[];
  sustainedBy: { id: string; name: string } | null;
  learned: string;
  ownScore: number | null;
  earnedScore: number;
  hasPartner: boolean;
  lastEditAt: Date;
  lastTestAt: Date | null;
  lastDataAt: Date | null;
  version: number;
  diagramVersion: number;
  createdAt: Date;
  /** What the one who asks is in its team, if anything. */
  standing: GroupRole | null;
  lead: { id: string; name: string } | null;
  /** Since when nobody leads it, or its lead no longer works where it is. */
  leadGoneSince: Date | null;
  /** What its measures show now: since when the better, and since when the worse. */
  improvingSince: string | null;
  slippingSince: string | null;
  helpWanted: string;
  /** The sponsor's word: information, never leave. */
  support: { text: string; by: string; at: string } | null;
  aimMet: AimMet | null;
  /** Whether the one who asks reads plans in plain English: patient partners do until they say otherwise. */
  readsPlain: boolean;
};
