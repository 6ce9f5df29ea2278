/** A word that somebody left for a team: whom it could ask. */
export type HelpSent = { id: string; text: string; whom: string; sender: string | null; sentAt: Date };

export const checkAnswers = ["holds", "partly", "lost"] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

export const checkAnswerLabels: Record<CheckAnswer, string> = {
  holds: "It has lasted",
  partly: "Some of it has lasted",
  lost: "It has not lasted",
};

/** How a finished project stands 3, 6 and 12 months later. */
export type PlanCheck = {
  months: number;
  dueOn: string;
  askedAt: Date | null;
  answeredAt: Date | null;
  answer: CheckAnswer | null;
  note: string;
};
