import type { Context } from "#platform/perform.ts";
import { isId } from "#platform/id.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { maySeeReport } from "../policy.ts";
import type { ReportSeen } from "../report.ts";
import { readReport } from "../store/reports.ts";

export async function reportInSight(context: Context, id: string): Promise<ReportSeen> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  const report = isId(id) ? await readReport(context.db, context, id) : undefined;
  if (!report) throw new NotFound();
  return report;
}
