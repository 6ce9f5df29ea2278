import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { NodeLine } from "../line.ts";
import { maySeeFramework } from "../policy.ts";
import { listPlacesWithout, readLines } from "../store/lines.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type LinePage = {
  framework: InForce;
  /** By the key of the item. */
  lines: ReadonlyMap<string, NodeLine>;
  placesWithout: { code: string; name: string }[];
};

/** How much work serves each driver and action, at each level; and where there is none. */
export async function linePage(context: Context, key: string): Promise<LinePage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  const lines = framework.planId ? await readLines(context.db, framework.planId) : [];
  return {
    framework,
    lines: new Map(lines.map((line) => [line.reference, line])),
    placesWithout: await listPlacesWithout(context.db),
  };
}
