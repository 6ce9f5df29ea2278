import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { canonicalJson } from "#platform/canonical-json.ts";
import { seriesAsOf } from "#modules/measures/index.ts";
import { maySeeReport } from "../policy.ts";
import { freeze } from "../read-item.ts";
import type { ReportSeen } from "../report.ts";
import { reportDigest, reportText } from "../report-text.ts";
import { readItems } from "../store/items.ts";
import { reportInSight } from "./report-in-sight.ts";

export type ReportCheck = {
  report: ReportSeen;
  /** The fingerprint of what stands in the report now. */
  digest: string;
  agrees: boolean;
  /** The numbers of each measure, taken from the record as it stood on that day and held against the report. */
  measures: readonly { name: string; found: "same" | "differs" | "not-in-sight" }[];
};

/** Reckons a frozen report again: from itself, and from the record of every number as it stood on that day. */
export async function reportCheck(context: Context, id: string): Promise<ReportCheck> {
  const report = await reportInSight(context, id);
  if (!report.frozenAt || !maySeeReport(context.actor)) throw new NotFound();
  const items = await readItems(context.db, id);
  const digest = reportDigest(
    reportText(
      report,
      items.map((item) => ({ item, source: item.frozen! })),
    ),
  ).toString("hex");
  const series = await seriesAsOf(
    context,
    items.map((item) => item.seriesId),
    report.asOf,
  );
  const again = new Map(series.map((one) => [one.id, freeze(one)]));
  return {
    report,
    digest,
    agrees: digest === report.digest,
    measures: items.map(({ seriesId, frozen }) => {
      const now = again.get(seriesId);
      const same =
        now && canonicalJson([now.points, now.view]) === canonicalJson([frozen!.points, frozen!.view]);
      return { name: frozen!.name, found: now ? (same ? "same" : "differs") : "not-in-sight" };
    }),
  };
}
