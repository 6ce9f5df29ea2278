import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { seriesToChoose, type SeriesChoice } from "#modules/measures/index.ts";
import { mayEditReport } from "../policy.ts";
import type { ReportSeen } from "../report.ts";
import { readItems } from "../store/items.ts";
import { reportToEdit } from "./report-to-edit.ts";

export type MeasuresToChoose = {
  report: ReportSeen;
  choices: readonly SeriesChoice[];
  chosen: readonly string[];
};

export async function measuresToChoose(context: Context, id: string): Promise<MeasuresToChoose> {
  const report = await reportToEdit(context, id);
  if (!mayEditReport(context.actor, report)) throw new Forbidden();
  const choices = await seriesToChoose(context, report.body.id);
  const items = await readItems(context.db, report.id);
  return { report, choices, chosen: items.map((item) => item.seriesId) };
}
