import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { idOf, keyOf } from "../item.ts";
import type { Owner, Responsible } from "../owners.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath } from "../paths.ts";
import { mayReport, speaksFor } from "../policy.ts";
import { everyCode, keepersOf, ownersOf } from "../progress.ts";
import { readOwners } from "../store/bodies.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type Counted = {
  framework: InForce;
  key: string;
  title: string;
  unit: string;
  denominator: string;
  leads: Owner[];
  keepers: Owner[];
  as: Owner;
};

/** A target, or a measure of a pledge, for somebody who may put a number to it. */
export async function countedItem(context: Context, frameworkKey: string, key: string): Promise<Counted> {
  const framework = await frameworkInForce(context, frameworkKey);
  const { pack } = framework.content;
  const measured = measuredOf(pack, key);
  if (!measured) throw new NotFound();
  const owners = await readOwners(context.db, everyCode(pack));
  const leads = ownersOf(measured.responsible, pack, owners);
  const keepers = keepersOf(pack, owners);
  const may = mayReport(context.actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) });
  const as = speaksFor(context.actor, leads.length > 0 ? leads : keepers);
  if (!may || !as) throw new Forbidden(undefined, frameworkPath(frameworkKey, "targets"));
  return { framework, key, ...measured, leads, keepers, as };
}

type Measured = { title: string; unit: string; denominator: string; responsible: readonly Responsible[] };

function measuredOf(pack: Pack, key: string): Measured | undefined {
  const target = pack.targets.find((one) => keyOf("target", one.id) === key);
  if (target) {
    const detail = pack.actions.flatMap((action) => action.details).find((one) => one.id === target.action);
    return { ...target, responsible: detail?.responsible ?? [] };
  }
  const pledge = pack.pledges.find((one) => one.measures.some((measure) => measure.id === idOf(key)));
  const measure = key.startsWith("pledge-") && pledge?.measures.find((one) => one.id === idOf(key));
  return pledge && measure
    ? { title: measure.title, unit: measure.unit, denominator: measure.of, responsible: pledge.bodies }
    : undefined;
}
