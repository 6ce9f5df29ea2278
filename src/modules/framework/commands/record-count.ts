import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, type FieldProblem } from "#platform/problem.ts";
import { mayReport } from "../policy.ts";
import { countedItem } from "../queries/counted-item.ts";
import { idsOf } from "../queries/commitment-to-report.ts";
import { insertCount } from "../store/counts.ts";

export type GivenCount = {
  on: string;
  numerator: number;
  denominator: number;
  source: string;
  reason: string;
};

/** A dated number with its denominator and where it was already published: nothing new is asked of anybody. */
export async function recordCount(
  context: Context,
  at: { framework: string; item: string },
  given: GivenCount,
): Promise<string> {
  const { actor } = context;
  const { framework, key, unit, leads, keepers, as } = await countedItem(context, at.framework, at.item);
  if (!isPerson(actor) || !mayReport(actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) }))
    throw new Forbidden();
  const problems = problemsOf(given, { unit, today: dayOf(context.at) });
  if (problems.length > 0) throw new Invalid(problems);
  return perform(context, async (tx) => {
    const said = { frameworkId: framework.id, key, bodyCode: as.code, by: actor.id, at: context.at };
    if (!(await insertCount(tx, { ...said, ...given }))) {
      const message = "There is a number for this day already. Say why this one is right instead";
      throw new Invalid([{ field: "reason", message }]);
    }
    const detail = { item: key, on: given.on };
    const did = { action: "record-count", kind: "framework", id: framework.id, bodyId: as.id, detail };
    return { result: key, did };
  });
}

function problemsOf(given: GivenCount, { unit, today }: { unit: string; today: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (given.on > today) problems.push({ field: "on", message: "The day must be today or in the past" });
  if (unit === "%" && given.numerator > given.denominator)
    problems.push({ field: "numerator", message: "How many cannot be more than out of how many" });
  return problems;
}
