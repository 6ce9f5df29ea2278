import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { liveTopic } from "../series.ts";
import { listCandidates, writeCollector } from "../store/reminders.ts";

/** Names the one person who is to enter the numbers, and who alone is reminded of them; or nobody. */
export async function nameCollector(
  context: Context,
  id: string,
  { collectorId, version }: { collectorId: string | null; version: number },
): Promise<void> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  const { groupId, body } = series;
  await perform(context, async (tx) => {
    const candidates = await listCandidates(tx, { groupId, organisations: body.organisations }, context.at);
    const nameOf = (who: string | null): string =>
      candidates.find((one) => one.id === who)?.name ?? "Nobody named";
    if (collectorId !== null && !candidates.some((one) => one.id === collectorId))
      throw new Invalid([{ field: "collector", message: "Choose somebody of the team or the organisation" }]);
    if (!(await writeCollector(tx, series.id, { collectorId, version }))) {
      const now = await seriesToChange({ ...context, db: context.db }, id);
      const said = { yours: nameOf(collectorId), theirs: nameOf(now.collectorId) };
      throw new Conflict([{ name: "collector", label: "Who collects the numbers", ...said }], now.version);
    }
    await tell(tx, liveTopic(series.id));
    const did = {
      action: "name-collector",
      kind: "series",
      id: series.id,
      bodyId: body.id,
      detail: { collector: collectorId },
    };
    return { result: null, did };
  });
}
