import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeFramework } from "../policy.ts";
import { noFilters, type Promised } from "../progress.ts";
import { quarterOf, type Quarter } from "../quarter.ts";
import { boardPage, type BoardPage } from "./board-page.ts";
import { targetsPage, type TargetSeen } from "./targets-page.ts";

export type BoardPack = { page: BoardPage; targets: TargetSeen[]; quarter: Quarter; moved: Promised[] };

/** The board's page with what moved in this quarter and the targets. */
export async function boardPack(context: Context, key: string): Promise<BoardPack> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const page = await boardPage(context, key, noFilters);
  const { targets } = await targetsPage(context, key);
  const quarter = quarterOf(page.progress.today);
  const moved = page.progress.promised.filter(({ state }) => {
    const since = dayOf(state.stageSince);
    return since >= quarter.first && since <= quarter.last && state.version > 1;
  });
  return { page, targets, quarter, moved };
}
