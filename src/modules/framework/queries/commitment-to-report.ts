import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { idOf, kindOf } from "../item.ts";
import type { Owner } from "../owners.ts";
import type { Pack } from "../pack/pack.ts";
import { mayReport, speaksFor } from "../policy.ts";
import { dueDate } from "../due-date.ts";
import { itemPath } from "../paths.ts";
import { everyCode, keepersOf, ownersOf, stagesOf } from "../progress.ts";
import type { Stage } from "../standing.ts";
import { readOwners } from "../store/bodies.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

/** Something that was promised, and who may say how it stands. */
export type Reported = {
  framework: InForce;
  key: string;
  title: string;
  stages: readonly Stage[];
  due: string | null;
  /** Whoever leads it, as they stand today. */
  leads: Owner[];
  /** Leads and partners. */
  named: Owner[];
  /** Where nobody leads it alone, those who keep the framework speak for it. */
  keepers: Owner[];
};

export async function commitmentInSight(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<Reported> {
  const framework = await frameworkInForce(context, frameworkKey);
  const { pack } = framework.content;
  const item = framework.content.item(key);
  const promise = item && promiseOf(pack, key);
  if (!item || !promise) throw new NotFound();
  const owners = await readOwners(context.db, everyCode(pack));
  return {
    framework,
    key,
    title: item.title,
    stages: promise.stages,
    due: promise.due,
    leads: ownersOf(promise.responsible, pack, owners),
    named: ownersOf(promise.responsible, pack, owners, "any"),
    keepers: keepersOf(pack, owners),
  };
}

/** The same for a form that is about to change it: who may not is told before writing anything. */
export async function commitmentToReport(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<Reported & { as: Owner }> {
  const reported = await commitmentInSight(context, frameworkKey, key);
  const { leads, keepers } = reported;
  const may = mayReport(context.actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) });
  const as = speaksFor(context.actor, leads.length > 0 ? leads : keepers);
  if (!may || !as) throw new Forbidden(undefined, itemPath(frameworkKey, key));
  return { ...reported, as };
}

/** Evidence may come from partners too. */
export async function commitmentToProve(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<Reported & { as: Owner }> {
  const reported = await commitmentInSight(context, frameworkKey, key);
  const { named, keepers } = reported;
  const may = mayReport(context.actor, { ownerIds: idsOf(named), keeperIds: idsOf(keepers) });
  const as = speaksFor(context.actor, named.length > 0 ? named : keepers);
  if (!may || !as) throw new Forbidden(undefined, itemPath(frameworkKey, key));
  return { ...reported, as };
}

export function idsOf(owners: readonly Owner[]): string[] {
  return owners.map((owner) => owner.id);
}

function promiseOf(pack: Pack, key: string) {
  const id = idOf(key);
  if (kindOf(key) === "detail") {
    const detail = pack.actions.flatMap((action) => action.details).find((one) => one.id === id);
    return (
      detail && {
        responsible: detail.responsible,
        stages: stagesOf(pack, "details"),
        due: dueDate(detail, pack),
      }
    );
  }
  const recommendation = pack.recommendations.find((one) => one.id === id);
  return kindOf(key) === "recommendation" && recommendation
    ? { responsible: recommendation.responsible, stages: stagesOf(pack, "recommendations"), due: null }
    : undefined;
}
