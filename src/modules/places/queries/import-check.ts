import { isPerson } from "#platform/actor.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { planImport, type ImportPlan } from "../import/plan.ts";
import { readFile } from "../import/read-file.ts";
import { mayImport, requireStrongSession } from "../policy.ts";
import { readKnown, readUpload } from "../store/imports.ts";

export type ImportCheck = { id: string; plan: ImportPlan; loaded: boolean };

/** The dry run: every problem of the file, and what loading it would do to the bodies as they are now. */
export async function importCheck(context: Context, id: string): Promise<ImportCheck> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayImport(actor)) throw new Forbidden();
  requireStrongSession(actor);
  const upload = await readUpload(db, id, actor.id);
  if (!upload) throw new NotFound();
  const file = readFile(upload.text);
  return { id, plan: planImport(file, await readKnown(db, file.rows)), loaded: upload.appliedAt !== null };
}
