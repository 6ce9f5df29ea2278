import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Owner } from "../owners.ts";
import { frameworkPath } from "../paths.ts";
import { mayKeepFramework, speaksFor } from "../policy.ts";
import { everyCode, keepersOf } from "../progress.ts";
import { readOwners } from "../store/bodies.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type Kept = { framework: InForce; owners: ReadonlyMap<string, Owner>; as: Owner };

/** The framework for somebody of the body that keeps it; anybody else is told before writing anything. */
export async function frameworkToKeep(context: Context, key: string): Promise<Kept> {
  const framework = await frameworkInForce(context, key);
  const { pack } = framework.content;
  const owners = await readOwners(context.db, everyCode(pack));
  const keepers = keepersOf(pack, owners);
  const as = speaksFor(context.actor, keepers);
  if (
    !as ||
    !mayKeepFramework(
      context.actor,
      keepers.map(({ id }) => id),
    )
  )
    throw new Forbidden(undefined, frameworkPath(key));
  return { framework, owners, as };
}
