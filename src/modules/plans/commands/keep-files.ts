import { isPerson } from "#platform/actor.ts";
import { readyFile } from "#platform/files/ready-file.ts";
import { deleteFile, storeFile } from "#platform/files/store-file.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { countFiles } from "../store/plan-files.ts";
import { insertNote } from "../store/test-notes.ts";
import { teamDeed } from "../team-deed.ts";

const mostFiles = 200;

export type Upload = { bytes: Uint8Array; name: string };

/** A file of the plan, judged before anything is begun. */
export async function addFile(context: Context, plan: PlanSeen, { bytes, name }: Upload): Promise<string> {
  if (!isPerson(context.actor) || !mayEditPlan(context.actor, plan)) throw new Forbidden();
  await refuseTooMany(context, plan);
  const file = await readyFile(bytes, name);
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    const { id } = await storeFile(tx, { owner: { kind: "plan", id: plan.id }, file, by, at });
    return { result: id, did: { action: "add-file", kind: "plan-file", id, detail: { kind: file.kind } } };
  });
}

/** A picture of what is seen while a test runs, with what it shows in words. */
export async function addPicture(
  context: Context,
  plan: PlanSeen,
  { testId, text, upload }: { testId: string; text: string; upload: Upload },
): Promise<string> {
  if (!isPerson(context.actor) || !mayEditPlan(context.actor, plan)) throw new Forbidden();
  const test = await testInSight(context, plan, testId);
  await refuseTooMany(context, plan);
  const file = await readyFile(upload.bytes, upload.name);
  if (file.width === null)
    throw new Invalid([{ field: "picture", message: "The selected file must be a picture" }]);
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    const { id: fileId } = await storeFile(tx, { owner: { kind: "plan", id: plan.id }, file, by, at });
    await insertNote(tx, { testId: test.id, text, fileId, by, at });
    return {
      result: fileId,
      did: { action: "note-test", kind: "test", id: test.id, detail: { file: fileId } },
    };
  });
}

export async function removeFile(context: Context, plan: PlanSeen, id: string): Promise<null> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  if (!isId(id)) throw new NotFound();
  return teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await deleteFile(tx, { kind: "plan", id: plan.id }, { id, at }))) throw new NotFound();
    return { result: null, did: { action: "remove-file", kind: "plan-file", id } };
  });
}

async function refuseTooMany({ db }: Context, plan: PlanSeen): Promise<void> {
  if ((await countFiles(db, plan.id)) >= mostFiles)
    throw new Invalid([{ field: "file", message: `A plan holds ${mostFiles} files: remove one first` }]);
}
