import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { mayReport } from "../policy.ts";
import { idsOf } from "../queries/commitment-to-report.ts";
import { evidenceToWithdraw } from "../queries/evidence-to-withdraw.ts";
import { withdrawEvidence as withdraw } from "../store/commitments.ts";

/** It stays in sight, with the reason; what was done on its strength alone becomes unproven. */
export async function withdrawEvidence(
  context: Context,
  at: { framework: string; evidence: string },
  reason: string,
): Promise<string> {
  const { actor } = context;
  const { named, keepers, as, framework, key, evidence } = await evidenceToWithdraw(context, at);
  if (!isPerson(actor) || !mayReport(actor, { ownerIds: idsOf(named), keeperIds: idsOf(keepers) }))
    throw new Forbidden();
  return perform(context, async (tx) => {
    const stood = await withdraw(tx, { id: evidence.id, reason, by: actor.id, at: context.at });
    if (!stood) throw new Invalid([{ field: "reason", message: "This evidence was already withdrawn" }]);
    const detail = { item: key, evidence: evidence.id };
    const did = { action: "withdraw-evidence", kind: "framework", id: framework.id, bodyId: as.id, detail };
    return { result: key, did };
  });
}
