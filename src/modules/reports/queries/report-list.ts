import type { Context } from "#platform/perform.ts";
import { paging, type Paging } from "#platform/paging.ts";
import { Forbidden } from "#platform/problem.ts";
import { findBodyByCode } from "#modules/places/index.ts";
import { maySeeReport } from "../policy.ts";
import { countReports, listReports, type ReportRow } from "../store/reports.ts";

export type ReportList = {
  body: { code: string; name: string } | null;
  rows: ReportRow[];
  paging: Paging;
};

export async function reportList(
  context: Context,
  asked: { bodyCode: string; page: number },
): Promise<ReportList> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  const body = asked.bodyCode === "" ? null : await findBodyByCode(context, asked.bodyCode);
  const total = await countReports(context.db, context, body?.id ?? null);
  const shown = paging(total, asked.page, 25);
  const rows = await listReports(context.db, context, { bodyId: body?.id ?? null, ...shown });
  return { body, rows, paging: shown };
}
