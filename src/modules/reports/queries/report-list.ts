import type { Context } from "#platform/perform.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { Forbidden } from "#platform/problem.ts";
import { findBodyByCode } from "#modules/places/index.ts";
import { maySeeReport } from "../policy.ts";
import type { ReportRow } from "../report.ts";
import { countReports, listReports } from "../store/reports.ts";

export type ReportList = {
  body: { code: string; name: string } | null;
  rows: ReportRow[];
  paging: Paging;
};

export async function reportList(
  context: Context,
  asked: { bodyCode: string; page: AskedPage },
): Promise<ReportList> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  const body = asked.bodyCode === "" ? null : await findBodyByCode(context, asked.bodyCode);
  const bodyIds = body ? [body.id] : null;
  const total = await countReports(context.db, context, bodyIds);
  const shown = paging(total, asked.page, 25);
  const rows = await listReports(context.db, context, { bodyIds, ...shown });
  return { body, rows, paging: shown };
}

/** The newest few reports of these bodies, as far as they are in sight. */
export async function latestReports(context: Context, bodyIds: readonly string[]): Promise<ReportRow[]> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  if (bodyIds.length === 0) return [];
  return listReports(context.db, context, { bodyIds, size: 3, offset: 0 });
}
