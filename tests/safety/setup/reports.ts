import { chooseMeasures } from "#modules/reports/commands/choose-measures.ts";
import { freezeReport } from "#modules/reports/commands/freeze-report.ts";
import { startReport } from "#modules/reports/commands/start-report.ts";
import type { Context } from "#platform/perform.ts";
import { findWorkplace } from "#modules/people/index.ts";
import type { TestBody } from "#tests/world.ts";
import type { House } from "./house.ts";

export type ReportMade = { id: string; item: string };
/** Two reports to the board of A, both written by leadA: one that is frozen and read by all of A, and a later draft. */
export type Reports = { frozen: ReportMade; draft: ReportMade };

export async function buildReports(
  house: House,
  context: Context,
  made: { own: TestBody; seriesId: string },
): Promise<Reports> {
  const frozen = await buildReport(house, context, made);
  await freezeReport(context, frozen.id, 1);
  return { frozen, draft: await buildReport(house, context, made) };
}

async function buildReport(
  { db }: House,
  context: Context,
  { own, seriesId }: { own: TestBody; seriesId: string },
): Promise<ReportMade> {
  const id = await startReport(context, {
    title: "CANARY-report of quality",
    period: "Quarter 3",
    audience: "organisation",
    place: await findWorkplace(context, own.code, "place"),
  });
  await chooseMeasures(context, id, [seriesId]);
  const { id: item } = await db
    .selectFrom("report_items")
    .select("id")
    .where("report_id", "=", id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable("report_items")
    .set({ commitment: "We shall look at it" })
    .where("id", "=", item)
    .execute();
  return { id, item };
}
