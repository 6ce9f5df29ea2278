import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden } from "#platform/problem.ts";
import { mayWritePartnerNotes } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { readPartnerNotes, writePartnerNotes } from "../store/partners.ts";

export type NotesWritten = { accessNeeds: string; payment: string };

/** A patient partner says what they need. The audit holds that it was said, and not what. */
export async function savePartnerNotes(
  context: Context,
  planId: string,
  { notes, version }: { notes: NotesWritten; version: number },
): Promise<void> {
  const { actor } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayWritePartnerNotes(actor, plan)) throw new Forbidden();
  await perform(context, async (tx) => {
    if (!(await writePartnerNotes(tx, { planId, userId: actor.id, notes, version }))) {
      const [theirs] = await readPartnerNotes(context.db, planId, actor.id);
      throw changedMeanwhile(notes, { accessNeeds: "", payment: "", version: 0, ...theirs });
    }
    return {
      result: null,
      did: { action: "write-partner-notes", kind: "plan", id: planId, bodyId: plan.body.id },
    };
  });
}

function changedMeanwhile(yours: NotesWritten, theirs: NotesWritten & { version: number }): Conflict {
  const both = (name: keyof NotesWritten, label: string) => ({
    name,
    label,
    yours: yours[name],
    theirs: theirs[name],
  });
  const fields = [
    both("accessNeeds", "What helps you to take part"),
    both("payment", "Payment and expenses"),
  ];
  return new Conflict(
    fields.filter((field) => field.yours !== field.theirs),
    theirs.version,
  );
}
