import type { Context } from "#platform/perform.ts";
import { seriesAsOf } from "#modules/measures/index.ts";
import { missingParts } from "../missing-parts.ts";
import { mayEditReport, maySayWhatBecame } from "../policy.ts";
import { exceptionsFirst, freeze, readItem, type ReadItem } from "../read-item.ts";
import type { BoardTime, ReportItem, ReportSeen } from "../report.ts";
import { readItems } from "../store/items.ts";
import { listBoardTimes } from "../store/reports.ts";
import { reportInSight } from "./report-in-sight.ts";

export type ReportPage = {
  report: ReportSeen;
  /** Exceptions first. */
  items: readonly ReadItem[];
  /** Chosen once, and no longer in this person's sight. */
  unseen: readonly ReportItem[];
  missing: readonly string[];
  /** What the board gave to improvement, from report to report. */
  times: readonly BoardTime[];
  can: { edit: boolean; sayWhatBecame: boolean };
};

/** A frozen report as it was frozen; a draft as its measures stand now. */
export async function reportPage(context: Context, id: string): Promise<ReportPage> {
  const report = await reportInSight(context, id);
  const [items, times] = await Promise.all([
    readItems(context.db, report.id),
    listBoardTimes(context.db, context, report),
  ]);
  const read = report.frozenAt
    ? items.map((item) => readItem(item, item.frozen!))
    : await asTheyStand(context, items);
  return {
    report,
    items: exceptionsFirst(read),
    unseen: items.filter((item) => !read.some((one) => one.item.id === item.id)),
    missing: report.frozenAt ? [] : missingParts(report, items),
    times,
    can: {
      edit: mayEditReport(context.actor, report),
      sayWhatBecame: maySayWhatBecame(context.actor, report),
    },
  };
}

async function asTheyStand(context: Context, items: readonly ReportItem[]): Promise<ReadItem[]> {
  const series = await seriesAsOf(
    context,
    items.map((item) => item.seriesId),
    context.at,
  );
  const byId = new Map(series.map((one) => [one.id, one]));
  return items.flatMap((item) => {
    const found = byId.get(item.seriesId);
    return found ? [readItem(item, freeze(found))] : [];
  });
}
