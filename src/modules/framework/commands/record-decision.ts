import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, type FieldProblem } from "#platform/problem.ts";
import { mayKeepFramework } from "../policy.ts";
import { frameworkToKeep, type Kept } from "../queries/framework-to-keep.ts";
import { insertDecision } from "../store/decisions.ts";

export type GivenDecision = {
  metOn: string;
  item: string;
  decision: string;
  action: string;
  owner: string;
  dueOn: string;
};

/** What the board decided, and what follows from it, by whom and when. */
export async function recordDecision(context: Context, key: string, given: GivenDecision): Promise<string> {
  const { actor } = context;
  const kept = await frameworkToKeep(context, key);
  if (!isPerson(actor) || !mayKeepFramework(actor, [kept.as.id])) throw new Forbidden();
  const problems = problemsOf(given, kept, dayOf(context.at));
  if (problems.length > 0) throw new Invalid(problems);
  return perform(context, async (tx) => {
    const id = await insertDecision(tx, {
      frameworkId: kept.framework.id,
      metOn: given.metOn,
      itemKey: given.item || null,
      decision: given.decision,
      action: given.action,
      ownerCode: given.action === "" ? "" : given.owner,
      dueOn: given.action === "" ? null : given.dueOn,
      by: actor.id,
      at: context.at,
    });
    const did = { action: "record-decision", kind: "decision", id, bodyId: kept.as.id };
    return { result: id, did };
  });
}

function problemsOf(given: GivenDecision, { framework, owners }: Kept, today: string): FieldProblem[] {
  const { content } = framework;
  const named = [...owners.values()].some((owner) => owner.code === given.owner);
  const faults: [boolean, string, string][] = [
    [given.metOn > today, "metOn", "The meeting must be today or in the past"],
    [given.item !== "" && !content.item(given.item), "item", "Choose what the decision is about"],
    [given.action !== "" && !named, "owner", "Choose who takes the action"],
    [given.action !== "" && given.dueOn === "", "dueOn", "Enter by when the action is due"],
    [given.dueOn !== "" && given.dueOn < given.metOn, "dueOn", "The action cannot be due before the meeting"],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, field, message]) => ({ field, message }));
}
