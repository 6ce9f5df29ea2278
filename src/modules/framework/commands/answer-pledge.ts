import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayReport } from "../policy.ts";
import { idsOf } from "../queries/commitment-to-report.ts";
import { pledgeToAnswer } from "../queries/pledge-to-answer.ts";
import { insertAnswer } from "../store/pledges.ts";

/** What was heard of how a pledge is kept, and what a body that made it says to that, with its date. */
export async function answerPledge(
  context: Context,
  at: { framework: string; item: string },
  given: { heard: string; answer: string },
): Promise<string> {
  const { actor } = context;
  const { framework, key, leads, keepers, as } = await pledgeToAnswer(context, at.framework, at.item);
  if (!isPerson(actor) || !mayReport(actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) }))
    throw new Forbidden();
  return perform(context, async (tx) => {
    const said = { frameworkId: framework.id, key, bodyCode: as.code, by: actor.id, at: context.at };
    const id = await insertAnswer(tx, { ...said, ...given });
    const detail = { item: key, answer: id };
    const did = { action: "answer-pledge", kind: "framework", id: framework.id, bodyId: as.id, detail };
    return { result: key, did };
  });
}
