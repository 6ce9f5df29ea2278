import type { Context } from "#platform/perform.ts";
import { Conflict } from "#platform/problem.ts";
import { methodOf } from "../methods.ts";
import type { Aim, PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { Forbidden } from "#platform/problem.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { readAimNode, readNodeTexts, writePlan } from "../store/edit-plan.ts";
import { planEdited } from "../store/plans.ts";
import { keepText } from "../store/texts.ts";
import { teamDeed, type Doing } from "../team-deed.ts";
import { templateChanges } from "../template-changes.ts";
import { changeIn } from "./change-diagram.ts";

export type PlanText = {
  title: string;
  aim: Aim;
  topics: readonly string[];
  method: string;
  localPriority: string;
  nationalPriority: string;
};

/** What the plan says of itself as a whole. The aim is also the root of its diagram, and changes there with it. */
export async function editPlan(
  context: Context,
  planId: string,
  { text, version, withTemplate }: { text: PlanText; version: number; withTemplate: boolean },
): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async (doing) => {
    const { tx, at, by } = doing;
    if (!(await writePlan(tx, { planId, text, version, at }))) throw changedMeanwhile(text, plan);
    await keepText(tx, { planId, by, at, texts: kept(planId, text) });
    await followInDiagram(doing, plan, { text, withTemplate });
    await planEdited(tx, planId, at);
    return { result: null, did: { action: "edit-plan", kind: "plan", id: planId } };
  });
}

type Following = { text: PlanText; withTemplate: boolean };

async function followInDiagram({ tx, by, at }: Doing, plan: PlanSeen, { text, withTemplate }: Following) {
  const root = await readAimNode(tx, plan.id);
  if (!root) return;
  const said = (text.aim.text || text.title).slice(0, 500);
  const method = withTemplate ? methodOf(text.method) : undefined;
  const there = method ? new Set(await readNodeTexts(tx, plan.id)) : new Set<string>();
  await changeIn(tx, { planId: plan.id, by, at }, [
    ...(said === root.text
      ? []
      : [{ do: "rename" as const, id: root.id, text: said, version: root.version }]),
    ...(method ? templateChanges(method, root.id, there) : []),
  ]);
}

function kept(planId: string, { title, aim }: PlanText) {
  const of = { thingKind: "plan", thingId: planId } as const;
  return [
    { ...of, field: "title", text: title },
    { ...of, field: "aim", text: aim.text },
  ];
}

/** Somebody saved first: both texts are shown, and neither is lost. */
function changedMeanwhile(yours: PlanText, theirs: PlanSeen): Conflict {
  const pairs: [string, string, string, string][] = [
    ["title", "Its name", yours.title, theirs.title],
    ["aim", "The aim in a sentence", yours.aim.text, theirs.aim.text],
    ["aimWhat", "What should become better", yours.aim.what, theirs.aim.what],
    ["aimFor", "For whom", yours.aim.forWhom, theirs.aim.forWhom],
    ["topics", "Topics", yours.topics.join("\n"), theirs.topics.join("\n")],
    ["localPriority", "Local priority", yours.localPriority, theirs.localPriority],
    ["nationalPriority", "National priority", yours.nationalPriority, theirs.nationalPriority],
  ];
  const fields = pairs
    .filter(([, , mine, other]) => mine !== other)
    .map(([name, label, mine, other]) => ({ name, label, yours: mine, theirs: other }));
  return new Conflict(fields, theirs.version);
}
