import type { Context } from "#platform/perform.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { Forbidden } from "#platform/problem.ts";
import { seriesCards, seriesToChoose, type SeriesCard, type SeriesChoice } from "#modules/measures/index.ts";
import type { PlanSeen } from "../plan.ts";
import type { Attached, NodeChoice } from "../plan-measure.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { countAttached, readAttached, readNodeChoices } from "../store/attached.ts";

export type PlanMeasures = {
  attached: Attached[];
  cards: SeriesCard[];
  paging: Paging;
  can: { edit: boolean };
};

const onPage = 60;

/** What is measured, as far as whoever asks can see it: a measure may be open to fewer than its plan, or to more. */
export async function planMeasures(context: Context, plan: PlanSeen, page: AskedPage): Promise<PlanMeasures> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const shown = paging(await countAttached(context.db, context, plan.id), page, onPage);
  const { size: limit, offset } = shown;
  const attached = await readAttached(context.db, context, { planId: plan.id, limit, offset });
  return {
    attached,
    cards: await cardsOf(context, attached),
    paging: shown,
    can: { edit: mayEditPlan(context.actor, plan) },
  };
}

export type FirstMeasures = Pick<PlanMeasures, "cards" | "can">;

/** The first few of them, those of the aim before the others. */
export async function firstMeasures(context: Context, plan: PlanSeen, few: number): Promise<FirstMeasures> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const attached = await readAttached(context.db, context, { planId: plan.id, limit: few, offset: 0 });
  return { cards: await cardsOf(context, attached), can: { edit: mayEditPlan(context.actor, plan) } };
}

/** A measure may stand at several entries of the diagram. */
function cardsOf(context: Context, attached: readonly Attached[]): Promise<SeriesCard[]> {
  return seriesCards(context, [...new Set(attached.map(({ seriesId }) => seriesId))]);
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
