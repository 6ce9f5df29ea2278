import { isPerson, type Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { maySeeFramework } from "../policy.ts";
import { isUnfinished, type Promised } from "../progress.ts";
import { listFrameworks } from "../store/frameworks.ts";
import { tallyOf, type Tally } from "../summary.ts";
import { frameworkProgress } from "./framework-progress.ts";

export type MyPromises = {
  key: string;
  title: string;
  whole: Tally;
  /** What a body of theirs leads and has not ended, the most urgent first. */
  own: Promised[];
};

/** Those whose work is to follow what was promised. */
const followers: ReadonlySet<Role> = new Set(["officer", "board-member", "adviser"]);

/** How each framework stands, and what in it the bodies of whoever asks have to answer for. */
export async function myPromises(context: Context): Promise<MyPromises[]> {
  const { actor } = context;
  if (!isPerson(actor) || !maySeeFramework(actor)) return [];
  const held = actor.roles.filter(({ role }) => followers.has(role));
  if (held.length === 0) return [];
  const bodyIds = new Set(held.map(({ bodyId }) => bodyId));
  const frameworks = await listFrameworks(context.db);
  return Promise.all(frameworks.slice(0, 2).map(({ key }) => promisesIn(context, key, bodyIds)));
}

async function promisesIn(context: Context, key: string, bodyIds: Set<string>): Promise<MyPromises> {
  const { framework, promised } = await frameworkProgress(context, key);
  const own = promised.filter((one) => isUnfinished(one) && one.owners.some(({ id }) => bodyIds.has(id)));
  return {
    key,
    title: framework.title,
    whole: tallyOf(promised),
    own: own.toSorted((one, other) => one.due.localeCompare(other.due)),
  };
}
