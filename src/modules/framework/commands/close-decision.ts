import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { mayKeepFramework } from "../policy.ts";
import { decisionToClose } from "../queries/decision-to-close.ts";
import type { Decision } from "../decision.ts";
import { closeDecision as close, readDecision } from "../store/decisions.ts";

/** Ends the action of a decision: until then it is on the agenda of every meeting. */
export async function closeDecision(
  context: Context,
  at: { framework: string; decision: string },
  given: { outcome: string; version: number },
): Promise<string> {
  const { framework, as, decision } = await decisionToClose(context, at);
  if (!isPerson(context.actor) || !mayKeepFramework(context.actor, [as.id])) throw new Forbidden();
  return perform(context, async (tx) => {
    const on = dayOf(context.at);
    if (!(await close(tx, { id: decision.id, version: given.version, on, outcome: given.outcome })))
      throw conflict(given.outcome, await readDecision(tx, framework.id, decision.id));
    const did = { action: "close-decision", kind: "decision", id: decision.id, bodyId: as.id };
    return { result: decision.id, did };
  });
}

function conflict(yours: string, theirs: Decision | undefined): Conflict {
  if (!theirs) throw new NotFound();
  return new Conflict(
    [{ name: "outcome", label: "What came of it", yours, theirs: theirs.outcome }],
    theirs.version,
  );
}
