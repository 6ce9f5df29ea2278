import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden } from "#platform/problem.ts";
import { mayWriteStrategy } from "../policy.ts";
import { strategyPage } from "../queries/strategy-page.ts";
import { writeMilestones } from "../strategy.ts";
import { readStrategy, writeStrategy as write } from "../store/strategies.ts";

export type StrategyText = {
  sections: Record<string, string>;
  milestones: readonly { text: string; dueOn: string }[];
  version: number;
};

export async function writeStrategy(context: Context, planId: string, text: StrategyText): Promise<string> {
  const { plan, template } = await strategyPage(context, planId);
  if (!mayWriteStrategy(context.actor, plan)) throw new Forbidden();
  return perform(context, async (tx) => {
    const given = { planId: plan.id, bodyId: plan.body.id, template: template.id, ...text };
    if (!(await write(tx, given))) {
      const theirs = (await readStrategy(tx, plan.id))!;
      const fields = template.sections
        .map(({ id, title }) => ({
          name: id,
          label: title,
          yours: text.sections[id] ?? "",
          theirs: theirs.sections[id] ?? "",
        }))
        .filter(({ yours, theirs: other }) => yours !== other);
      const milestones = {
        name: "milestones",
        label: "Milestones",
        yours: writeMilestones(text.milestones),
        theirs: writeMilestones(theirs.milestones),
      };
      throw new Conflict([...fields, milestones], theirs.version);
    }
    return {
      result: plan.id,
      did: { action: "write-strategy", kind: "plan", id: plan.id, bodyId: plan.body.id },
    };
  });
}
