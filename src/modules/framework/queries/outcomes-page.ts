import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeFramework } from "../policy.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";
import { publishedSeries, type PublishedSeries } from "./published-series.ts";

export type OutcomesPage = { framework: InForce; published: PublishedSeries };

export async function outcomesPage(context: Context, key: string): Promise<OutcomesPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  return { framework, published: await publishedSeries(context, framework.content.pack.series) };
}
