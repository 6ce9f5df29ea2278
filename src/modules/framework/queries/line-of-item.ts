import { paging, type AskedPage } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { ItemRow } from "../item.ts";
import { tiers, type LinePlan, type NodeLine } from "../line.ts";
import { maySeeFramework } from "../policy.ts";
import { listServing } from "../store/lines.ts";
import { linePage } from "./line-page.ts";
import type { InForce } from "./framework-in-force.ts";

export type LineOfItem = {
  framework: InForce;
  item: ItemRow;
  line: NodeLine;
  tier: string | undefined;
  plans: LinePlan[];
  page: number;
  hasMore: boolean;
};

const onPage = 25;
/** Nobody turns pages further than this. */
const mostShown = 25_000;

/** The work under one condition, driver or action that whoever asks can see. */
export async function lineOfItem(
  context: Context,
  key: string,
  asked: { item: string; tier: string; page: AskedPage },
): Promise<LineOfItem> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const { framework, lines } = await linePage(context, key);
  const item = framework.content.item(asked.item);
  const line = lines.get(asked.item);
  if (!item || !line || !framework.planId) throw new NotFound();
  const { page, size, offset } = paging(mostShown, asked.page, onPage);
  const tier = tiers.includes(asked.tier) ? asked.tier : undefined;
  const sought = { planId: framework.planId, reference: asked.item, tier };
  const plans = await listServing(context.db, context, {
    ...sought,
    limit: size + 1,
    offset,
  });
  return { framework, item, line, tier, plans: plans.slice(0, size), page, hasMore: plans.length > size };
}
