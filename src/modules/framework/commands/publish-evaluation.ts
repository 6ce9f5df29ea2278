import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { Finding, Grade } from "../evaluation.ts";
import { mayKeepFramework } from "../policy.ts";
import { frameworkToKeep } from "../queries/framework-to-keep.ts";
import { insertEvaluation } from "../store/evaluations.ts";

export type GivenEvaluation = {
  item: string;
  claim: string;
  finding: Finding;
  design: string;
  data: string;
  strength: string;
  confounders: string;
  grade: Grade;
};

/** Every claim has its grade; that something had no effect is worth publishing as much as that it had. */
export async function publishEvaluation(
  context: Context,
  key: string,
  given: GivenEvaluation,
): Promise<string> {
  const { actor } = context;
  const { framework, as } = await frameworkToKeep(context, key);
  if (!isPerson(actor) || !mayKeepFramework(actor, [as.id])) throw new Forbidden();
  if (!framework.content.item(given.item))
    throw new Invalid([{ field: "item", message: "Choose what was evaluated" }]);
  return perform(context, async (tx) => {
    const { item: itemKey, ...words } = given;
    const said = { frameworkId: framework.id, itemKey, bodyCode: as.code, by: actor.id, at: context.at };
    const id = await insertEvaluation(tx, { ...said, ...words });
    const did = { action: "publish-evaluation", kind: "evaluation", id, bodyId: as.id };
    return { result: id, did };
  });
}
