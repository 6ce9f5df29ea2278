import type { Context } from "#platform/perform.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import { seriesInSight, startSeriesFor, type DefinitionText } from "#modules/measures/index.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { Forbidden } from "#platform/problem.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { attach, detach, readNodeChoices } from "../store/attached.ts";
import { planEdited } from "../store/plans.ts";
import { teamDeed } from "../team-deed.ts";

/** A series that is there already, on the plan or on an entry of its diagram. It keeps its own visibility. */
export async function attachMeasure(
  context: Context,
  planId: string,
  { seriesId, nodeId }: { seriesId: string; nodeId: string | null },
): Promise<void> {
  const plan = await planToChange(context, planId);
  await seriesInSight(context, seriesId);
  await nodeOfPlan(context, planId, nodeId);
  await teamDeed(context, plan, async ({ tx, by, at }) => {
    await attach(tx, { planId, seriesId, nodeId, by, at });
    await planEdited(tx, planId, at);
    return {
      result: null,
      did: { action: "attach-measure", kind: "plan", id: planId, detail: { series: seriesId } },
    };
  });
}

export type TeamMeasure = {
  definition: DefinitionText;
  /** One of the plan's own bodies: whoever is in the team measures there, wherever they work themselves. */
  placeCode: string;
  visibility: Visibility;
  nodeId: string | null;
};

/** A measure of the team's own: its keepers are the team, whoever that is. Returns the series. */
export async function startTeamMeasure(
  context: Context,
  planId: string,
  given: TeamMeasure,
): Promise<string> {
  const plan = await planToChange(context, planId);
  const { definition, visibility, nodeId } = given;
  const body = plan.bodies.find(({ code }) => code === given.placeCode);
  if (!body) throw new Invalid([{ field: "place", message: "Choose one of the plan’s own organisations" }]);
  const place = { ...body, organisations: [], isOwn: true };
  await nodeOfPlan(context, planId, nodeId);
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    const start = { definition, madeFrom: null, place, visibility };
    const seriesId = await startSeriesFor(tx, { ...start, groupId: planId, by, at });
    await attach(tx, { planId, seriesId, nodeId, by, at });
    await planEdited(tx, planId, at);
    const detail = { series: seriesId, visibility };
    return { result: seriesId, did: { action: "start-team-measure", kind: "plan", id: planId, detail } };
  });
}

/** Off the plan. The series and its numbers stay where they are. */
export async function detachMeasure(
  context: Context,
  planId: string,
  { seriesId, nodeId }: { seriesId: string; nodeId: string | null },
): Promise<void> {
  const plan = await planToChange(context, planId);
  await teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await detach(tx, { planId, seriesId, nodeId }))) throw new NotFound();
    await planEdited(tx, planId, at);
    return {
      result: null,
      did: { action: "detach-measure", kind: "plan", id: planId, detail: { series: seriesId } },
    };
  });
}

async function planToChange(context: Context, planId: string): Promise<PlanSeen> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return plan;
}

async function nodeOfPlan({ db }: Context, planId: string, nodeId: string | null): Promise<void> {
  if (nodeId === null) return;
  const nodes = await readNodeChoices(db, planId);
  if (!nodes.some((node) => node.id === nodeId))
    throw new Invalid([
      { field: "node", message: "Choose an entry of this plan’s diagram, or the whole plan" },
    ]);
}
