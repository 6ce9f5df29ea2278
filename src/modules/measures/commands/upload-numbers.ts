import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { readSpreadsheet } from "#platform/workbook/read-spreadsheet.ts";
import { mayRecordPoints } from "../policy.ts";
import { seriesToRecord } from "../queries/series-to-change.ts";
import { uploadCheck } from "../queries/upload-check.ts";
import { insertUpload, markLoaded } from "../store/uploads.ts";
import { sheetsToKeep, type UploadChoice } from "../upload.ts";
import { recordPoints } from "./record-points.ts";

type OwnContext = Context & { actor: Person };

/** Keeps a file to be looked at. Nothing of it is a number of the measure yet. */
export async function uploadNumbers(context: OwnContext, id: string, file: File): Promise<string> {
  const series = await seriesToRecord(context, id);
  const { actor, at } = context;
  if (!mayRecordPoints(actor, series)) throw new Forbidden();
  const { sheets } = await readSpreadsheet(new Uint8Array(await file.arrayBuffer()));
  const kept = sheetsToKeep(sheets);
  if (kept.length === 0) throw new Invalid([{ field: "file", message: "The selected file is empty" }]);
  return perform(context, async (tx) => {
    const upload = await insertUpload(tx, {
      seriesId: series.id,
      userId: actor.id,
      fileName: file.name.slice(0, 200),
      sheets: kept,
      at,
    });
    return {
      result: upload,
      did: { action: "upload-numbers", kind: "series", id: series.id, bodyId: series.body.id },
    };
  });
}

/** Loads what was looked at: all of it, and only if it is still what was shown. */
export async function loadUpload(
  context: OwnContext,
  which: { seriesId: string; uploadId: string },
  { choice, revision }: { choice: UploadChoice; revision: number },
): Promise<number> {
  const { series, plan, upload } = await uploadCheck(context, which, choice);
  if (!mayRecordPoints(context.actor, series)) throw new Forbidden();
  if (upload.loadedAt !== null) return 0;
  const refused = refusal(plan, { was: revision, is: series.revision });
  if (refused) throw new Invalid([{ field: "confirm", message: refused }]);
  await recordPoints(context, series.id, { points: plan.points, reason: "From a file" });
  await markLoaded(context.db, which.uploadId, context.at);
  return plan.points.length;
}

function refusal(
  { read, problems, points }: Awaited<ReturnType<typeof uploadCheck>>["plan"],
  revision: { was: number; is: number },
): string | undefined {
  if (read.problem) return read.problem;
  if (read.question) return "Say first how the dates are written";
  if (problems.length > 0) return "Put right what is wrong in the file, and upload it again";
  if (points.length === 0) return "Everything in this file is here already";
  if (revision.was !== revision.is)
    return "Numbers of this measure were changed while you looked. Look again at what this file would change";
  return undefined;
}
