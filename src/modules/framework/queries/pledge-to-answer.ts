import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { keyOf } from "../item.ts";
import type { Owner } from "../owners.ts";
import { frameworkPath } from "../paths.ts";
import { mayReport, speaksFor } from "../policy.ts";
import { everyCode, keepersOf, ownersOf } from "../progress.ts";
import { readOwners } from "../store/bodies.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkInForce, type InForce } from "./framework-in-force.ts";

export type AnsweredPledge = {
  framework: InForce;
  key: string;
  title: string;
  leads: Owner[];
  keepers: Owner[];
  as: Owner;
};

export async function pledgeToAnswer(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<AnsweredPledge> {
  const framework = await frameworkInForce(context, frameworkKey);
  const { pack } = framework.content;
  const pledge = pack.pledges.find((one) => keyOf("pledge", one.id) === key);
  if (!pledge) throw new NotFound();
  const owners = await readOwners(context.db, everyCode(pack));
  const leads = ownersOf(pledge.bodies, pack, owners);
  const keepers = keepersOf(pack, owners);
  const may = mayReport(context.actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) });
  const as = speaksFor(context.actor, leads.length > 0 ? leads : keepers);
  if (!may || !as) throw new Forbidden(undefined, frameworkPath(frameworkKey, "pledges"));
  return { framework, key, title: pledge.title, leads, keepers, as };
}
