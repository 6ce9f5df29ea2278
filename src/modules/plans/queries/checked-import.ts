import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { readDiagram } from "../imports/read-diagram.ts";
import type { ReadDiagram } from "../imports/read-node.ts";
import { readTests, type ReadTests } from "../imports/read-tests.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { readImport, type ImportKind, type KeptImport } from "../store/plan-imports.ts";

/** Stands for the name of a file where there was none. */
export const pastedName = "What was pasted";

/** A file that waits to come into a plan: only for whoever uploaded it, and only into that plan. */
async function waiting(
  context: Context,
  plan: PlanSeen,
  given: { id: string; kind: ImportKind },
): Promise<KeptImport> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const kept = isId(given.id) ? await readImport(db, { ...given, userId: actor.id }) : undefined;
  if (kept?.planId !== plan.id) throw new NotFound();
  return kept;
}

export type Checked<R> = { id: string; name: string; read: R };

export async function checkedDiagram(
  context: Context,
  plan: PlanSeen,
  id: string,
): Promise<Checked<ReadDiagram>> {
  const { name, content } = await waiting(context, plan, { id, kind: "diagram" });
  return { id, name, read: await readDiagram(content) };
}

/** What was pasted, to be mended and checked again. */
export async function pastedText(
  context: Context,
  plan: PlanSeen,
  given: { id: string; kind: ImportKind },
): Promise<string> {
  const { name, content } = await waiting(context, plan, given);
  return name === pastedName ? new TextDecoder().decode(content) : "";
}

export async function checkedTests(
  context: Context,
  plan: PlanSeen,
  id: string,
): Promise<Checked<ReadTests>> {
  const { name, content } = await waiting(context, plan, { id, kind: "tests" });
  return { id, name, read: await readTests(content, dayOf(context.at)) };
}
