import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import { startGroup, type Workplace } from "#modules/people/index.ts";
import { mayWriteReport } from "../policy.ts";
import { insertReport, readLatestFrozen } from "../store/reports.ts";

export type ReportStart = { title: string; period: string; audience: Visibility; place: Workplace };

/** A draft, which looks back on the newest frozen report of the same body. */
export async function startReport(context: Context, start: ReportStart): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayWriteReport(actor, start.place))
    throw new Forbidden(
      "Reports to a board are written by those who lead, analyse or govern there.",
      "/reports",
    );
  return perform(context, async (tx) => {
    const id = await startGroup(tx, { userId: actor.id, at });
    const previousId = await readLatestFrozen(tx, context, start.place.id);
    const { title, period, audience, place } = start;
    await insertReport(tx, { id, bodyId: place.id, title, period, audience, previousId, by: actor.id, at });
    return { result: id, did: { action: "start-report", kind: "report", id, bodyId: place.id } };
  });
}
