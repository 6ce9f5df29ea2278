import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayRecordPoints } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { readPointsAt } from "../store/entry.ts";
import { readUpload, type Upload } from "../store/uploads.ts";
import { compareUpload, planUpload, type UploadChoice, type UploadPlan } from "../upload.ts";
import { seriesToRecord } from "./series-to-change.ts";

export type UploadCheck = { series: SeriesSeen; upload: Upload; plan: UploadPlan };

/** What a file would change, and everything that is wrong in it. */
export async function uploadCheck(
  context: Context & { actor: Person },
  { seriesId, uploadId }: { seriesId: string; uploadId: string },
  choice: UploadChoice,
): Promise<UploadCheck> {
  const series = await seriesToRecord(context, seriesId);
  const { actor, db, at } = context;
  if (!mayRecordPoints(actor, series)) throw new Forbidden();
  const upload = isId(uploadId)
    ? await readUpload(db, { id: uploadId, seriesId, userId: actor.id })
    : undefined;
  if (!upload) throw new NotFound();
  const { form, frequency, unit, numerator: first, denominator: second } = series.definition;
  const named = { first, second };
  const planned = planUpload(upload.sheets, choice, { form, frequency, unit, named, today: dayOf(at) });
  const periods = planned.read.rows.flatMap(({ period }) => period ?? []);
  const there = await readPointsAt(db, series.number, periods);
  const standing = new Map(there.map((point) => [point.period, point]));
  return {
    series,
    upload,
    plan: { ...planned, ...compareUpload(planned, standing, choice.onlyNew) },
  };
}
