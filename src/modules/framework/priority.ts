/** What a body says to a priority that another proposes to it. */
export const answers = {
  accepted: "We take it as it is",
  changed: "We would do something else instead",
  declined: "We do not take it",
} as const;

export type PriorityAnswer = keyof typeof answers;

export const states = {
  open: "Waits for an answer",
  accepted: "Accepted",
  changed: "Changed",
  declined: "Declined",
  withdrawn: "Withdrawn",
} as const;

export type Said = PriorityAnswer | "said" | "agreed" | "withdrawn";

export const saidWords: Record<Said, string> = {
  accepted: "Accepted",
  changed: "Proposed something else",
  declined: "Declined",
  agreed: "Agreed",
  withdrawn: "Withdrew it",
  said: "Said",
};

export type Side = { id: string; code: string; name: string };

export type Priority = {
  id: string;
  from: Side;
  to: Side;
  title: string;
  text: string;
  frameworkKey: string | null;
  itemKey: string | null;
  state: keyof typeof states;
  proposedBy: string | null;
  proposedAt: Date;
  version: number;
};

/** One on which the last word is the other side's; ours where our own side proposed it. */
export type WaitingPriority = Priority & { isOurs: boolean };

export type Word = { name: string; said: Said; text: string; saidBy: string | null; saidAt: Date };
