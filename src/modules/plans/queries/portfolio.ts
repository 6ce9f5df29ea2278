import { isPerson } from "#platform/actor.ts";
import { paging, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanLine, PlanState } from "../plan-line.ts";
import { maySeePortfolio, maySendHelp } from "../policy.ts";
import { listPlans, listTopics } from "../store/find-plans.ts";
import type { PortfolioCounts, SavedView } from "../portfolio-counts.ts";
import { countPortfolio, readViews } from "../store/portfolio.ts";
import { readAsked, type AskedPlans, type FoundPlans } from "./find-plans.ts";

export type Portfolio = {
  counts: PortfolioCounts;
  narrowed: FoundPlans["narrowed"];
  unknownPlace: string;
  topics: string[];
  weeks: number;
  rows: PlanLine[];
  paging: Paging;
  views: SavedView[];
  /** What each row says of why it is here. */
  quietBefore: Date;
  can: { send: boolean };
};

const rowsOnPage = 20;

/** How the work is going in a place, as far as whoever asks can see it: counts that each open their list. */
export async function portfolio(context: Context, asked: AskedPlans): Promise<Portfolio> {
  const { actor, db } = context;
  if (!isPerson(actor) || !maySeePortfolio(actor)) throw new Forbidden();
  const { sought, place, unknownPlace, weeks } = await readAsked(context, asked);
  const counts = await countPortfolio(db, context, sought);
  const shown = paging(countOf(counts, sought.state), asked.page, rowsOnPage);
  const { kind, topic, method, stage, priority, partner, sponsor, state } = sought;
  return {
    counts,
    narrowed: { place, kind, topic, method, stage, priority, partner, sponsor, state },
    unknownPlace,
    topics: await listTopics(db, context),
    weeks,
    rows: await listPlans(db, context, sought, shown),
    paging: shown,
    views: await readViews(db, actor.id),
    quietBefore: sought.quietBefore,
    can: { send: maySendHelp(actor, { id: "" }) },
  };
}

function countOf(counts: PortfolioCounts, state: PlanState | undefined): number {
  return state ? counts[state] : counts.total;
}
