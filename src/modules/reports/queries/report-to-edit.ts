import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayEditReport, maySayWhatBecame } from "../policy.ts";
import type { ReportItem, ReportSeen } from "../report.ts";
import { readItems } from "../store/items.ts";
import { reportInSight } from "./report-in-sight.ts";

/** A draft that whoever asks may write in; a frozen report is told to be one. */
export async function reportToEdit(context: Context, id: string): Promise<ReportSeen> {
  const report = await reportInSight(context, id);
  if (mayEditReport(context.actor, report)) return report;
  const why = report.frozenAt
    ? "This report is frozen: what it said stays as it was said. Write the next one instead."
    : "Only its writers change this report.";
  throw new Forbidden(why, `/reports/${id}`);
}

export type ItemToChange = { report: ReportSeen; item: ReportItem };

/** One measure of a report, to write about it while it is a draft, or to say afterwards what became of a promise. */
export async function itemToChange(
  context: Context,
  { reportId, itemId }: { reportId: string; itemId: string },
  change: "text" | "kept",
): Promise<ItemToChange> {
  const report =
    change === "text" ? await reportToEdit(context, reportId) : await reportInSight(context, reportId);
  if (change === "kept" && !maySayWhatBecame(context.actor, report))
    throw new Forbidden(
      "Only those who wrote a report say what became of its promises.",
      `/reports/${reportId}`,
    );
  const item = (await readItems(context.db, report.id)).find((one) => one.id === itemId);
  if (!item) throw new NotFound();
  return { report, item };
}
