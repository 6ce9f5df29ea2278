import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Evaluation } from "../evaluation.ts";
import { maySeeFramework } from "../policy.ts";
import { listEvaluations } from "../store/evaluations.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

export type EvaluationsPage = { progress: Progress; evaluations: Evaluation[] };

export async function evaluationsPage(context: Context, key: string): Promise<EvaluationsPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const progress = await frameworkProgress(context, key);
  return { progress, evaluations: await listEvaluations(context.db, progress.framework.id) };
}
