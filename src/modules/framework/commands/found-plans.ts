import { visitor } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayLoadPack } from "../policy.ts";
import { planNodesOf } from "../plan-nodes.ts";
import { keepersOf } from "../progress.ts";
import { versionContent } from "../queries/framework-in-force.ts";
import { readOwners } from "../store/bodies.ts";
import { insertFrameworkPlan, listWithoutPlan, writeNodes } from "../store/framework-plan.ts";

/** Makes a plan of each framework whose keeper has come to be here: then work can be aligned to it. */
export async function foundPlans(program: Omit<Context, "actor" | "requestId">): Promise<void> {
  const context: Context = { ...program, actor: visitor, requestId: "start" };
  if (!mayLoadPack(context.actor)) return;
  for (const { id, number } of await listWithoutPlan(context.db)) {
    const content = await versionContent(context.db, id, number);
    const { framework, bodies } = content.pack;
    const codes = bodies.flatMap(({ code }) => code ?? []);
    const [keeper] = keepersOf(content.pack, await readOwners(context.db, codes));
    if (!keeper) continue;
    await perform(context, async (tx) => {
      const plan = { frameworkId: id, title: framework.title, aim: framework.aim, bodyId: keeper.id };
      const planId = await insertFrameworkPlan(tx, { ...plan, at: context.at });
      await writeNodes(tx, planId, planNodesOf(content), context.at);
      const did = { action: "found-framework-plan", kind: "plan", id: planId, bodyId: keeper.id };
      return { result: planId, did };
    });
  }
}
