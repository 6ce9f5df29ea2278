import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { differencesAt, type Moved, type Served } from "../moved.ts";
import { maySeeFramework } from "../policy.ts";
import { listServedBy, listServedByPerson } from "../store/served.ts";
import { versionContent } from "./framework-in-force.ts";

const newFor = 90 * 24 * 60 * 60 * 1000;

/** What moved in the frameworks that a plan serves, since it was aligned to them. */
export async function movedAbovePlan(context: Context, planId: string): Promise<Moved[]> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  return movedOf(context, await listServedBy(context.db, planId));
}

/** What moved of late above the work that somebody leads. */
export async function movedAbovePerson(context: Context): Promise<Moved[]> {
  const { actor, at, db } = context;
  if (!maySeeFramework(actor)) throw new Forbidden();
  if (!isPerson(actor)) return [];
  return movedOf(context, await listServedByPerson(db, actor.id, new Date(at.getTime() - newFor)));
}

/** Versions never change and are kept, so that this asks the database for nothing. */
async function movedOf({ db }: Context, served: readonly Served[]): Promise<Moved[]> {
  const moved = await Promise.all(
    served.map(async (one): Promise<Moved> => {
      const before = await versionContent(db, one.frameworkId, one.from);
      const after = await versionContent(db, one.frameworkId, one.to);
      const { title = one.reference } = after.item(one.reference) ?? before.item(one.reference) ?? {};
      return { ...one, title, differences: differencesAt(one.reference, before, after) };
    }),
  );
  return moved.filter(({ differences }) => differences.length > 0);
}
