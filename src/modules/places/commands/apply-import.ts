import { isPerson } from "#platform/actor.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { planImport, type ImportPlan } from "../import/plan.ts";
import { readFile } from "../import/read-file.ts";
import { mayImport, requireStrongSession } from "../policy.ts";
import { claimUpload, loadPlan, readKnown, readUpload } from "../store/imports.ts";
import { dayOf } from "#platform/day.ts";

export type Loaded = { added: number; changed: number; closed: number };

/** All of the file or nothing of it, checked once more against the bodies as they are at this moment. */
export async function applyImport(
  context: Context,
  id: string,
  closingManyIsRight: boolean,
): Promise<Loaded> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayImport(actor)) throw new Forbidden();
  requireStrongSession(actor);
  const upload = await readUpload(context.db, id, actor.id);
  if (!upload) throw new NotFound();
  const file = readFile(upload.text);
  return perform(context, async (tx) => {
    if (!(await claimUpload(tx, id, at))) throw refusal("This file was loaded already");
    const plan = planImport(file, await readKnown(tx, file.rows));
    refuse(plan, closingManyIsRight);
    if (!(await loadPlan(tx, plan, dayOf(at)))) {
      throw refusal(
        "Somebody changed one of these organisations at the same moment. Nothing was loaded; try again",
      );
    }
    const loaded = { added: plan.added.length, changed: plan.changed.length, closed: plan.closed.length };
    return { result: loaded, did: { action: "apply-import", kind: "body-import", id, detail: loaded } };
  });
}

function refuse(plan: ImportPlan, closingManyIsRight: boolean): void {
  if (plan.problems.length > 0) throw refusal("The file has problems. Mend them and upload it again");
  if (plan.closesMany && !closingManyIsRight) {
    throw refusal("Tick the box to say that it is right to close so many organisations");
  }
}

function refusal(message: string): Invalid {
  return new Invalid([{ field: "closures", message }]);
}
