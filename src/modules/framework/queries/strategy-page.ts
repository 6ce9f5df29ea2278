import { dayOf } from "#platform/day.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { planInSight, type PlanSeen } from "#modules/plans/index.ts";
import { mayPublishStrategy, maySeeFramework, mayWriteStrategy } from "../policy.ts";
import {
  checkStrategy,
  templateFor,
  type Strategy,
  type StrategyCheck,
  type StrategyTemplate,
  type Coverage,
  type StrategyFilter,
} from "../strategy.ts";
import { listFrameworks } from "../store/frameworks.ts";
import {
  countStrategies,
  isAligned,
  listStrategies,
  readCoverage,
  readStrategy,
  readTier,
  type StrategyRow,
} from "../store/strategies.ts";
import type { Similar } from "../similar-strategies.ts";
import { versionContent } from "./framework-in-force.ts";
import { similarStrategies } from "./similar-strategies.ts";

export type StrategyPage = {
  plan: PlanSeen;
  template: StrategyTemplate;
  strategy: Strategy;
  checks: StrategyCheck[];
  can: { write: boolean; publish: boolean };
};

export type StrategyRead = StrategyPage & { similar: Similar[]; isOverdue: boolean };

const unwritten = (template: string): Strategy => ({
  template,
  sections: {},
  milestones: [],
  publishedOn: null,
  refreshOn: null,
  version: 0,
});

/** A plan of the kind strategy with its sections, and what it still lacks. */
export async function strategyPage(context: Context, planId: string): Promise<StrategyPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  if (plan.kind !== "strategy") throw new NotFound();
  const written = await readStrategy(context.db, plan.id);
  const template = await templateInUse(context, {
    written: written?.template,
    tier: await readTier(context.db, plan.body.id),
  });
  const strategy = written ?? unwritten(template.id);
  const around = { aligned: await isAligned(context.db, plan.id), isPublic: plan.visibility === "public" };
  return {
    plan,
    template,
    strategy,
    checks: checkStrategy(strategy, template, around),
    can: { write: mayWriteStrategy(context.actor, plan), publish: mayPublishStrategy(context.actor, plan) },
  };
}

/** The same to be read, with those that are worth reading beside it. */
export async function strategyToRead(context: Context, planId: string): Promise<StrategyRead> {
  const page = await strategyPage(context, planId);
  const { refreshOn } = page.strategy;
  const isOverdue = refreshOn !== null && refreshOn < dayOf(context.at);
  return { ...page, isOverdue, similar: await similarStrategies(context, page.plan) };
}

/** The framework that is carried out here says what a strategy consists of. */
async function templateInUse(
  { db }: Context,
  sought: { written: string | undefined; tier: string },
): Promise<StrategyTemplate> {
  for (const { id, number } of await listFrameworks(db)) {
    const { pack } = await versionContent(db, id, number);
    const template = templateFor(pack.framework.strategyTemplates, sought);
    if (template) return template;
  }
  throw new NotFound("No framework here says what a strategy consists of.");
}

export type { StrategyRow };

export type StrategyRegister = { coverage: Coverage[]; rows: StrategyRow[]; paging: Paging; today: string };

const onPage = 25;

export async function strategyRegister(
  context: Context,
  { page, ...filter }: StrategyFilter & { page: AskedPage },
): Promise<StrategyRegister> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const today = dayOf(context.at);
  const shown = paging(await countStrategies(context.db, context, filter), page, onPage);
  return {
    coverage: await readCoverage(context.db, today),
    rows: await listStrategies(context.db, context, { ...filter, ...shown }),
    paging: shown,
    today,
  };
}
