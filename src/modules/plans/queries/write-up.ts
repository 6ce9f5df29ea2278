import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeeWriteUp } from "../policy.ts";
import type { PlanRecord } from "../exports/plan-record.ts";
import { writtenParts, type WrittenPart } from "../record/write-up.ts";
import { readWriteUp } from "../store/write-up.ts";
import { recordOf } from "./plan-record.ts";

export type WriteUp = { record: PlanRecord; parts: WrittenPart[]; can: { change: boolean } };

export async function writeUp(context: Context, plan: PlanSeen): Promise<WriteUp> {
  if (!maySeeWriteUp(context.actor)) throw new Forbidden();
  const record = await recordOf(context, plan);
  const parts = writtenParts(record, await readWriteUp(context.db, plan.id));
  return { record, parts, can: { change: mayEditPlan(context.actor, plan) } };
}
