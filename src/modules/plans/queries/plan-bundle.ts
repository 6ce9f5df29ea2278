import type { Bundles } from "#platform/bundle/bundles.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { planFileOf } from "../exports/plan-file.ts";
import type { PlanRecord, RecordMeasure } from "../exports/plan-record.ts";
import type { PlanSeen } from "../plan.ts";
import { mayGivePlanAway, maySeePlan } from "../policy.ts";
import { readOrigin, readOriginBundle } from "../store/plan-origins.ts";
import type { PlanOrigin } from "../store/load-plan.ts";
import { recordOf } from "./plan-record.ts";

/** A plan as a file that this server signs, for another one. */
export async function planBundle(context: Context, bundles: Bundles, plan: PlanSeen): Promise<Uint8Array> {
  if (!mayGivePlanAway(context.actor, plan)) throw new Forbidden();
  const record = await recordOf(context, plan);
  const { measures } = record;
  const contents = planFileOf(withMeasures(record, measures.filter(mayLeave)));
  return bundles.write({ kind: "plan", contents, at: context.at });
}

/** A team's own numbers are its own to give; those of others go along only where everybody may see them. */
function mayLeave({ isOwn, visibility }: RecordMeasure): boolean {
  return isOwn || visibility === "signed-in" || visibility === "public";
}

function withMeasures(record: PlanRecord, measures: readonly RecordMeasure[]): PlanRecord {
  return { ...record, measures };
}

export type Giving = {
  /** Measures that stay here, by name. */
  staying: string[];
  origin: PlanOrigin | undefined;
  ownFingerprint: string | null;
  can: { give: boolean };
};

/** What would be given to another server, and where the plan itself came from. */
export async function planGiving(context: Context, bundles: Bundles, plan: PlanSeen): Promise<Giving> {
  const { actor, db } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  const give = mayGivePlanAway(actor, plan);
  const record = give ? await recordOf(context, plan) : undefined;
  return {
    staying: (record?.measures ?? []).filter((measure) => !mayLeave(measure)).map(({ name }) => name),
    origin: await readOrigin(db, plan.id),
    ownFingerprint: give ? await bundles.ownFingerprint() : null,
    can: { give },
  };
}

/** The very file that this plan was brought in, byte for byte. */
export async function broughtBundle(context: Context, plan: PlanSeen): Promise<Uint8Array> {
  if (!mayGivePlanAway(context.actor, plan)) throw new Forbidden();
  const bundle = await readOriginBundle(context.db, plan.id);
  if (!bundle) throw new NotFound();
  return bundle;
}
