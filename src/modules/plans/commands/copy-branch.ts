import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { DiagramChange } from "../diagram/diagram.ts";
import { mayEditPlan } from "../policy.ts";
import type { BranchToCopy } from "../queries/branch-to-copy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { readAimId } from "../store/diagram.ts";
import { writeCredits } from "../store/write-diagram.ts";
import { changeIn } from "./change-diagram.ts";

export type BranchCopy = { branch: BranchToCopy; to: string; newId: () => string };

/** A branch of a plan in sight, under the aim of another: every node keeps where it comes from. */
export async function copyBranchInto(
  context: Context & { actor: Person },
  { branch, to, newId }: BranchCopy,
): Promise<string> {
  const { actor, at } = context;
  const plan = await planInSight(context, to);
  if (!mayEditPlan(actor, plan)) throw new Forbidden();
  return perform(context, async (tx) => {
    const copies = new Map(branch.nodes.map((node) => [node.id, newId()]));
    const aim = await readAimId(tx, plan.id);
    await changeIn(tx, { planId: plan.id, by: actor.id, at }, changesFor(branch, copies, aim));
    await writeCredits(tx, plan.id, copies);
    const detail = { from: branch.plan.id, node: branch.node.id, count: copies.size };
    return {
      result: plan.id,
      did: { action: "copy-branch", kind: "plan", id: plan.id, bodyId: plan.body.id, detail },
    };
  });
}

/** All under the aim first, then each to its place: so none waits for a parent that is not there yet. */
function changesFor(
  { node: top, nodes, links }: BranchToCopy,
  copies: ReadonlyMap<string, string>,
  aim: string,
): DiagramChange[] {
  const added = nodes.map(({ id, kind, text }): DiagramChange => {
    // The aim of another plan is what drives this one, when it is taken over.
    const own = kind === "aim" ? "primary" : kind;
    return { do: "add", id: copies.get(id)!, kind: own, text, under: aim, after: "" };
  });
  return [...added, ...linkChanges({ top: top.id, links, copies, aim })];
}

function linkChanges(given: {
  top: string;
  links: BranchToCopy["links"];
  copies: ReadonlyMap<string, string>;
  aim: string;
}): DiagramChange[] {
  const { top, links, copies, aim } = given;
  const placed = new Set<string>();
  return links
    .filter((link) => link.child !== top)
    .map(({ parent, child }): DiagramChange => {
      const [id, under] = [copies.get(child)!, copies.get(parent)!];
      const isFirst = !placed.has(id);
      placed.add(id);
      return isFirst ? { do: "move", id, from: aim, under, after: "" } : { do: "link", id, under, after: "" };
    });
}
