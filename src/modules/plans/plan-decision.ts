/** What was decided, why, by whom and when: so that nobody has to ask in a year. */
export type DecisionText = { what: string; why: string; decidedBy: string; decidedOn: string };

export type PlanDecision = DecisionText & {
  id: string;
  version: number;
  writer: string | null;
  writtenAt: Date;
};

export const decisionFields = ["what", "why", "decidedBy"] as const;

export const decisionFieldLabels: Record<(typeof decisionFields)[number], string> = {
  what: "What was decided",
  why: "Why",
  decidedBy: "Who decided",
};
