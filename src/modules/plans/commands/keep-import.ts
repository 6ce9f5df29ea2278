import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { perform } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, mayStartAnywhere } from "../policy.ts";
import { insertImport, type ImportKind } from "../store/plan-imports.ts";

export type Upload = { kind: ImportKind; name: string; content: Uint8Array };

const mostBytes = 10 * 1024 * 1024;

/** Keeps a file for a day, so that it can be looked at before it is taken in. Into a plan, or as one. */
export async function keepImport(context: Context, plan: PlanSeen | null, upload: Upload): Promise<string> {
  const { actor, at } = context;
  const may = plan ? mayEditPlan(actor, plan) : mayStartAnywhere(actor);
  if (!isPerson(actor) || !may) throw new Forbidden();
  if (upload.content.length > mostBytes)
    throw new Invalid([{ field: "file", message: "The selected file must be smaller than 10MB" }]);
  return perform(context, async (tx) => {
    const id = await insertImport(tx, { ...upload, planId: plan?.id ?? null, by: actor.id, at });
    const detail = { kind: upload.kind, bytes: upload.content.length, ...(plan && { plan: plan.id }) };
    return { result: id, did: { action: "check-import", kind: "plan-import", id, detail } };
  });
}
