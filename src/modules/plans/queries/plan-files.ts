import { readFile, type KeptFile } from "#platform/files/store-file.ts";
import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { countFiles, readPlanFiles, type PlanFile } from "../store/plan-files.ts";

export type PlanFiles = { files: PlanFile[]; paging: Paging; can: { change: boolean } };

const onPage = 50;

export async function planFiles(context: Context, plan: PlanSeen, page: AskedPage): Promise<PlanFiles> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const shown = paging(await countFiles(context.db, plan.id), page, onPage);
  const files = await readPlanFiles(context.db, plan.id, shown);
  return { files, paging: shown, can: { change: mayEditPlan(context.actor, plan) } };
}

/** One file, with its bytes, of a plan that is in sight. */
export async function planFile(context: Context, plan: PlanSeen, id: string): Promise<KeptFile> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const file = isId(id) ? await readFile(context.db, { kind: "plan", id: plan.id }, id) : undefined;
  if (!file) throw new NotFound();
  return file;
}
