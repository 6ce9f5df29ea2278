import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { TextVersion } from "../kept-text.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { readAimNode } from "../store/edit-plan.ts";
import { planEdited } from "../store/plans.ts";
import { putBack, readNodeVersion } from "../store/restore.ts";
import { putPartBack } from "../store/write-up.ts";
import { keepText, readText } from "../store/texts.ts";
import { teamDeed, type Doing } from "../team-deed.ts";
import { changeIn } from "./change-diagram.ts";

/** An earlier text stands again, and what stood there is kept like every other: a restoring can be taken back. */
export async function restoreText(context: Context, planId: string, textId: number): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const version = await readText(context.db, planId, textId);
  if (!version) throw new NotFound();
  await teamDeed(context, plan, async (doing) => {
    const { tx, by, at } = doing;
    const { thingKind, thingId, field, text } = version;
    if (thingKind === "node") await renameNode(doing, planId, version);
    else if (thingKind === "write-up") await putPartBack(tx, { planId, part: field, text, by, at });
    else if (!(await putBack(tx, planId, version))) throw new NotFound();
    if (thingKind === "plan" && field === "aim") await renameAim(doing, planId, text);
    await keepText(tx, { planId, by, at, texts: [{ thingKind, thingId, field, text }] });
    await planEdited(tx, planId, at);
    return {
      result: null,
      did: { action: "restore-text", kind: "plan", id: planId, detail: { text: textId } },
    };
  });
}

async function renameNode(
  { tx, by, at }: Doing,
  planId: string,
  { thingId, text }: TextVersion,
): Promise<void> {
  const version = await readNodeVersion(tx, planId, thingId);
  if (version === undefined)
    throw new Invalid([
      { field: "text", message: "This entry was taken out of the diagram. Put it back there first" },
    ]);
  await changeIn(tx, { planId, by, at }, [{ do: "rename", id: thingId, text, version }]);
}

async function renameAim({ tx, by, at }: Doing, planId: string, text: string): Promise<void> {
  const root = await readAimNode(tx, planId);
  if (!root || text === "" || text === root.text) return;
  await changeIn(tx, { planId, by, at }, [{ do: "rename", id: root.id, text, version: root.version }]);
}
