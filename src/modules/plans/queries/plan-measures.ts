import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { seriesCards, seriesToChoose, type SeriesCard, type SeriesChoice } from "#modules/measures/index.ts";
import type { PlanSeen } from "../plan.ts";
import type { Attached, NodeChoice } from "../plan-measure.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { readAttached, readNodeChoices } from "../store/attached.ts";

export type PlanMeasures = { attached: Attached[]; cards: SeriesCard[]; can: { edit: boolean } };

/** What is measured, as far as whoever asks can see it: a measure may be open to fewer than its plan, or to more. */
export async function planMeasures(context: Context, plan: PlanSeen, most = 60): Promise<PlanMeasures> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const attached = (await readAttached(context.db, context, plan.id)).slice(0, most);
  const ids = [...new Set(attached.map(({ seriesId }) => seriesId))];
  return {
    attached,
    cards: await seriesCards(context, ids),
    can: { edit: mayEditPlan(context.actor, plan) },
  };
}

export type MeasureChoices = { nodes: NodeChoice[]; series: SeriesChoice[] };

/** What can be attached, and to what. */
export async function measureChoices(context: Context, plan: PlanSeen): Promise<MeasureChoices> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden("Only this plan’s team can change it.");
  return {
    nodes: await readNodeChoices(context.db, plan.id),
    series: await seriesToChoose(context, plan.body.id),
  };
}
