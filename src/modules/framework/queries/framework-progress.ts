import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Owner } from "../owners.ts";
import { mayKeepFramework, maySeeFramework } from "../policy.ts";
import { everyCode, keepersOf, promisedOf, type Promised } from "../progress.ts";
import { readOwners } from "../store/bodies.ts";
import { readCommitments } from "../store/commitments.ts";

import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type Progress = {
  framework: InForce;
  promised: Promised[];
  owners: ReadonlyMap<string, Owner>;
  /** Who keeps the framework: answers proposals and records decisions. */
  keeperIds: string[];
  today: string;
  can: { keep: boolean };
};

/** Every promised action and how it stands today. */
export async function frameworkProgress(context: Context, key: string): Promise<Progress> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  const { pack } = framework.content;
  const owners = await readOwners(context.db, everyCode(pack));
  const commitments = await readCommitments(context.db, framework.id);
  const today = dayOf(context.at);
  const keeperIds = keepersOf(pack, owners).map(({ id }) => id);
  return {
    framework,
    promised: promisedOf(framework.content, { commitments, owners, today }),
    owners,
    keeperIds,
    today,
    can: { keep: mayKeepFramework(context.actor, keeperIds) },
  };
}
