import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeFramework } from "../policy.ts";
import { narrowed, type Filters } from "../progress.ts";
import type { Decision } from "../decision.ts";
import { listDecisions } from "../store/decisions.ts";
import { listProposals } from "../store/proposals.ts";
import { summaryOf, type Summary } from "../summary.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

export type BoardPage = {
  progress: Progress;
  summary: Summary;
  decisions: Decision[];
  openProposals: number;
};

/** What the board sees: how all that was promised stands, and what it decided about it. */
export async function boardPage(context: Context, key: string, filters: Filters): Promise<BoardPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const progress = await frameworkProgress(context, key);
  const { framework, promised } = progress;
  const { pack } = framework.content;
  const proposals = await listProposals(context.db, framework.id);
  return {
    progress,
    summary: summaryOf(narrowed(promised, filters, pack), pack),
    decisions: await listDecisions(context.db, framework.id),
    openProposals: proposals.filter((proposal) => proposal.state === "open").length,
  };
}
