import { Conflict, Invalid } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { oddTimes } from "../odd-times.ts";
import { mayEditReport } from "../policy.ts";
import { reportInSight } from "../queries/report-in-sight.ts";
import { reportToEdit } from "../queries/report-to-edit.ts";
import { writeReportText, type ReportText } from "../store/reports.ts";

const labels = {
  title: "Title",
  period: "What time it is about",
  introduction: "Introduction",
  patientStory: "A story of care",
  learningStory: "A story of learning",
  minutesMet: "How long the board met",
  minutesOnImprovement: "Time on improvement",
} as const;

export async function editReport(
  context: Context,
  id: string,
  { text, version }: { text: ReportText; version: number },
): Promise<string> {
  const report = await reportToEdit(context, id);
  const odd = oddTimes(text);
  if (odd.length > 0) throw new Invalid(odd);
  return perform(context, async (tx) => {
    if (!mayEditReport(context.actor, report) || !(await writeReportText(tx, { id, version }, text)))
      throw await conflict(context, id, text);
    return { result: id, did: { action: "edit-report", kind: "report", id, bodyId: report.body.id } };
  });
}

async function conflict(context: Context, id: string, yours: ReportText): Promise<Conflict> {
  const theirs = await reportInSight(context, id);
  const names = Object.keys(labels) as (keyof typeof labels)[];
  const fields = names
    .filter((name) => yours[name] !== theirs[name])
    .map((name) => ({
      name,
      label: labels[name],
      yours: String(yours[name] ?? ""),
      theirs: String(theirs[name] ?? ""),
    }));
  return new Conflict(fields, theirs.version);
}
