import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { lookBack, type LookBack } from "../look-back.ts";
import { maySeeReport } from "../policy.ts";
import type { ReadItem } from "../read-item.ts";
import type { ReportSeen } from "../report.ts";
import { reportPage } from "./report-page.ts";

export type LookBackPage = {
  report: ReportSeen;
  previous: ReportSeen;
  rows: readonly { before: ReadItem; claims: readonly LookBack[]; isThere: boolean }[];
  promises: readonly ReadItem[];
  score: { right: number; of: number };
  can: { sayWhatBecame: boolean };
};

/** What did we say last time, and were we right? */
export async function lookBackPage(context: Context, id: string): Promise<LookBackPage> {
  const now = await reportPage(context, id);
  if (!now.report.previous || !maySeeReport(context.actor)) throw new NotFound();
  const then = await reportPage(context, now.report.previous.id);
  const bySeries = new Map(now.items.map((one) => [one.item.seriesId, one]));
  const rows = then.items.map((one) => {
    const later = bySeries.get(one.item.seriesId);
    return {
      before: one,
      claims: later ? lookBack(one.analysis, later.analysis) : [],
      isThere: later !== undefined,
    };
  });
  const judged = rows.flatMap((row) => row.claims).filter((claim) => claim.wasRight !== "too-soon");
  return {
    report: now.report,
    previous: then.report,
    rows,
    promises: then.items.filter(({ item }) => item.commitment !== ""),
    score: { right: judged.filter((claim) => claim.wasRight === "yes").length, of: judged.length },
    can: { sayWhatBecame: then.can.sayWhatBecame },
  };
}
