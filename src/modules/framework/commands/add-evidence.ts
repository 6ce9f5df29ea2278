import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { planInSight } from "#modules/plans/index.ts";
import { mayReport } from "../policy.ts";
import { commitmentToProve, idsOf } from "../queries/commitment-to-report.ts";
import { insertEvidence, lockCommitment } from "../store/commitments.ts";

export type GivenEvidence = {
  title: string;
  summary: string;
  link: string;
  /** The address or id of a plan that shows it, which the giver must be able to see. */
  plan: string;
};

export async function addEvidence(
  context: Context,
  at: { framework: string; item: string },
  given: GivenEvidence,
): Promise<string> {
  const { actor } = context;
  const { named, keepers, as, framework, key } = await commitmentToProve(context, at.framework, at.item);
  if (!isPerson(actor) || !mayReport(actor, { ownerIds: idsOf(named), keeperIds: idsOf(keepers) }))
    throw new Forbidden();
  const planId = await planNamed(context, given.plan);
  return perform(context, async (tx) => {
    if (!(await lockCommitment(tx, framework.id, key))) throw new NotFound();
    const { title, summary, link } = given;
    const said = { frameworkId: framework.id, key, bodyCode: as.code, by: actor.id, at: context.at };
    const id = await insertEvidence(tx, { ...said, title, summary, link, planId });
    const detail = { item: key, evidence: id };
    const did = { action: "add-evidence", kind: "framework", id: framework.id, bodyId: as.id, detail };
    return { result: key, did };
  });
}

async function planNamed(context: Context, typed: string): Promise<string | null> {
  if (typed.trim() === "") return null;
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(typed)?.[0];
  const wrong = new Invalid([
    { field: "plan", message: "There is no plan at this address that you can see" },
  ]);
  if (!id) throw wrong;
  try {
    return (await planInSight(context, id)).id;
  } catch (error) {
    throw error instanceof NotFound ? wrong : error;
  }
}
