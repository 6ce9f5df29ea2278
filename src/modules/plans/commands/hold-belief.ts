import { tell } from "#platform/live.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { beliefWords, type Belief } from "../diagram/diagram.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { lockDiagram } from "../store/diagram.ts";
import { countBeliefs, insertBelief, isLinked, readBeliefs } from "../store/link-beliefs.ts";
import { planEdited } from "../store/plans.ts";
import { teamDeed } from "../team-deed.ts";
import { diagramTopic } from "./change-diagram.ts";

export type BeliefSaid = {
  parentId: string;
  childId: string;
  belief: Belief;
  reason: string;
  /** How often it was said before, as far as whoever says it has seen. */
  version: number;
};

/** How sure the team is of one link of its theory. What was believed before stays on record. */
export async function holdBelief(context: Context, planId: string, said: BeliefSaid): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, by, at }) => {
    const { parentId, childId, belief, reason } = said;
    const link = { planId: plan.id, parentId, childId };
    await lockDiagram(tx, plan.id);
    if (!(await isLinked(tx, link))) throw new NotFound("This does not stand there any more.");
    const version = await countBeliefs(tx, link);
    if (version !== said.version) throw changedMeanwhile(said, (await readBeliefs(tx, link))[0], version);
    await insertBelief(tx, { ...link, belief, reason, by, at });
    await planEdited(tx, plan.id, at);
    await tell(tx, diagramTopic(plan.id));
    const detail = { node: childId, under: parentId, belief };
    return { result: null, did: { action: "hold-belief", kind: "plan", id: plan.id, detail } };
  });
}

type Words = { belief: Belief; reason: string };

function changedMeanwhile(yours: Words, theirs: Words | undefined, version: number): Conflict {
  const said = ({ belief, reason }: Words): string => `${beliefWords[belief]}: ${reason}`;
  const both = { yours: said(yours), theirs: theirs ? said(theirs) : "" };
  return new Conflict([{ name: "reason", label: "How sure, and why", ...both }], version);
}
