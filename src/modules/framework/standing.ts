import type { Pack } from "./pack/pack.ts";

export type Stage = Pack["tracks"][number]["stages"][number];

/** What is known of one commitment now. */
export type CommitmentState = {
  stage: string;
  stageSince: Date;
  evidence: number;
  lastEvidenceAt: Date | null;
  version: number;
};

/** How a commitment stands, worked out from dates and evidence: nobody sets it. */
export const standings = {
  done: "Done, with evidence",
  "on-course": "On course",
  "not-begun": "Not begun",
  unproven: "Unproven",
  overdue: "Overdue",
  stopped: "Stopped",
} as const;

export type Standing = keyof typeof standings;

export const standingMeanings: Record<Standing, string> = {
  done: "Somebody who promised it says that it is done, and evidence of it stands.",
  "on-course": "Begun, not yet due, and something stands to show for it.",
  "not-begun": "Nobody has said that it has begun, and it is not yet due.",
  unproven: "Said to be under way or done, and nothing stands to show for it.",
  overdue: "The day that was named for it has gone by, and it is neither done nor stopped.",
  stopped: "Those who promised it say that it will not be done, and why.",
};

/**
 * Overdue is decided by the day alone. A stage that needs evidence counts only while some stands: withdrawn
 * evidence makes what was done unproven again.
 */
export function standingOf(
  { stage, evidence }: Pick<CommitmentState, "stage" | "evidence">,
  stages: readonly Stage[],
  { due, today }: { due: string | null; today: string },
): Standing {
  const reached = stages.find((one) => one.id === stage);
  if (reached?.ends) return endedAs(reached, evidence);
  if (due !== null && due < today) return "overdue";
  if (stage === stages[0]?.id) return "not-begun";
  return evidence > 0 ? "on-course" : "unproven";
}

function endedAs(stage: Stage, evidence: number): Standing {
  if (!stage.needsEvidence) return "stopped";
  return evidence > 0 ? "done" : "unproven";
}
