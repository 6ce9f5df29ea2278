import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { mayEditReport } from "../policy.ts";
import { closedTo, type Closed } from "../closed-to.ts";
import { readItems, writeChoice, writeFrozen } from "../store/items.ts";
import { markFrozen } from "../store/reports.ts";
import { freeze } from "../read-item.ts";
import { reportDigest, reportText } from "../report-text.ts";
import { seriesAsOf } from "#modules/measures/index.ts";
import { reportToEdit } from "../queries/report-to-edit.ts";

/**
 * From now on the report is what it is. Its numbers are those that were known at this moment, copied into it, and
 * its fingerprint is of all of it. A team's own number goes no further than the team lets it.
 */
export async function freezeReport(context: Context, id: string, version: number): Promise<string> {
  const report = await reportToEdit(context, id);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditReport(actor, report)) throw new Forbidden();
  return perform(context, async (tx) => {
    const items = await readItems(tx, id);
    const series = await seriesAsOf(
      { ...context, db: tx },
      items.map((item) => item.seriesId),
      at,
    );
    refuseClosed(closedTo(report, series));
    const found = new Map(series.map((one) => [one.id, one]));
    const kept = items.filter((item) => found.has(item.seriesId));
    if (kept.length === 0)
      throw new Invalid([
        { field: "series", message: "Choose at least one measure before you freeze the report" },
      ]);
    if (kept.length < items.length)
      await writeChoice(
        tx,
        id,
        kept.map(({ seriesId, section }) => ({ seriesId, section })),
      );
    const said = kept.map((item) => ({ item, source: freeze(found.get(item.seriesId)!) }));
    await writeFrozen(
      tx,
      said.map(({ item, source }) => ({ id: item.id, frozen: source })),
    );
    const stored = (await readItems(tx, id)).map((item) => ({ item, source: item.frozen! }));
    const digest = reportDigest(reportText({ ...report, asOf: at }, stored));
    if (!(await markFrozen(tx, { id, version, digest, asOf: at, by: actor.id })))
      throw new Conflict([], report.version);
    const detail = { measures: kept.length, digest: digest.toString("hex") };
    return {
      result: id,
      did: { action: "freeze-report", kind: "report", id, bodyId: report.body.id, detail },
    };
  });
}

function refuseClosed(closed: readonly Closed[]): void {
  if (closed.length === 0) return;
  throw new Invalid(
    closed.map(({ name }) => ({
      field: "series",
      message: `${name} is seen by fewer people than would read this report: ask its team to open it, leave it out, or choose fewer readers`,
    })),
  );
}
