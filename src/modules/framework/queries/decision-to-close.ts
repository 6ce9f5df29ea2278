import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayKeepFramework } from "../policy.ts";
import type { Decision } from "../decision.ts";
import { readDecision } from "../store/decisions.ts";
import { frameworkToKeep, type Kept } from "./framework-to-keep.ts";

export async function decisionToClose(
  context: Context,
  at: { framework: string; decision: string },
): Promise<Kept & { decision: Decision }> {
  const kept = await frameworkToKeep(context, at.framework);
  if (!mayKeepFramework(context.actor, [kept.as.id])) throw new Forbidden();
  const decision = isId(at.decision)
    ? await readDecision(context.db, kept.framework.id, at.decision)
    : undefined;
  if (!decision || decision.action === "" || decision.closedOn !== null) throw new NotFound();
  return { ...kept, decision };
}
