import { isPerson } from "#platform/actor.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { TextVersion } from "../kept-text.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { countTexts, readTexts } from "../store/texts.ts";

export type PlanTexts = { texts: TextVersion[]; paging: Paging; can: { restore: boolean } };

const textsOnPage = 30;

/** Every text that was written in a plan, the newest first. */
export async function planTexts({ actor, db }: Context, plan: PlanSeen, page: AskedPage): Promise<PlanTexts> {
  if (!maySeePlan(actor)) throw new Forbidden();
  const shown = paging(await countTexts(db, plan.id), page, textsOnPage);
  const texts = await readTexts(db, plan.id, shown);
  return {
    texts: isPerson(actor) ? texts : texts.map((one) => ({ ...one, writer: null })),
    paging: shown,
    can: { restore: mayEditPlan(actor, plan) },
  };
}
