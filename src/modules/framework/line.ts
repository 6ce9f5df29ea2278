/** The levels at which work is done, from the nation down, as they are named on pages. */
export const tierNames: Record<string, string> = {
  "national-body": "National bodies",
  nation: "Nation",
  region: "Regions",
  system: "Local systems",
  area: "Networks and academies",
  organisation: "Organisations",
  team: "Teams and wards",
};

export const tiers = Object.keys(tierNames);

export type TierCount = {
  tier: string;
  plans: number;
  improving: number;
  slipping: number;
  tests: number;
};

/** What serves one node of a framework, in all and level by level. */
export type NodeLine = { nodeId: string; reference: string; counts: TierCount[]; reckonedAt: Date | null };

/** A plan that serves a node, as somebody who can see it finds it. */
export type LinePlan = {
  id: string;
  kind: string;
  title: string;
  bodyCode: string;
  bodyName: string;
  tier: string;
  tests: number;
  improvingSince: string | null;
  slippingSince: string | null;
};

/** One step of the way up: a plan, and the node of the next that it serves. */
export type StepUp = {
  planId: string;
  kind: string;
  title: string;
  bodyName: string;
  bodyCode: string;
  /** In words, the node above that this one serves; and its key, where it is of a framework. */
  serves: string;
  reference: string | null;
  alignmentId: string;
  toPlanId: string;
  depth: number;
};

export function signalWords({
  improvingSince,
  slippingSince,
}: Pick<LinePlan, "improvingSince" | "slippingSince">): string {
  if (improvingSince && slippingSince) return "Signals both ways";
  if (improvingSince) return "Improving";
  return slippingSince ? "A signal of concern" : "No signal";
}
