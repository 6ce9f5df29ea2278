import { isPerson } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import {
  applyChange,
  draft as drafts,
  mostNodes,
  Refused,
  type DiagramChange,
  type Draft,
} from "../diagram/diagram.ts";
import { draftDifference } from "../diagram/draft-difference.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { lockDiagram, readDraftNodes, readLinks } from "../store/diagram.ts";
import { writeDiagram } from "../store/write-diagram.ts";

/** What somebody who watches the diagram of a plan hears of. */
export function diagramTopic(planId: string): string {
  return `diagram:${planId}`;
}

/**
 * A list of changes: all of them or none. They are made to the diagram as it is now, whatever the one who sends them
 * has seen; only words that somebody else changed meanwhile are refused, with both texts.
 */
export async function changeDiagram(
  context: Context,
  planId: string,
  changes: readonly DiagramChange[],
): Promise<{ version: number }> {
  const plan = await planInSight(context, planId);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  return perform(context, async (tx) => {
    const version = await changeIn(tx, { planId: plan.id, by: actor.id, at }, changes);
    const detail = { changes: changes.map(({ do: done }) => done), version };
    return {
      result: { version },
      did: { action: "change-diagram", kind: "plan", id: plan.id, bodyId: plan.body.id, detail },
    };
  });
}

export async function changeIn(
  tx: Tx,
  writing: { planId: string; by: string; at: Date },
  changes: readonly DiagramChange[],
): Promise<number> {
  const { planId } = writing;
  const version = await lockDiagram(tx, planId);
  const nodes = await readDraftNodes(tx, planId);
  const links = await readLinks(tx, planId);
  const before = drafts.draftOf(nodes, links);
  const after = changes.reduce(made, before);
  if (after.nodes.size > mostNodes)
    throw new Invalid([
      { field: "text", message: `A diagram holds up to ${mostNodes.toLocaleString("en-GB")} entries` },
    ]);
  const difference = draftDifference(before, after, links);
  if (difference.states.length === 0) return version;
  const written = await writeDiagram(tx, writing, difference);
  if (written === undefined)
    throw new Invalid([{ field: "text", message: "This entry belongs to another plan" }]);
  await tell(tx, diagramTopic(planId));
  return written;
}

function made(draft: Draft, change: DiagramChange): Draft {
  try {
    return applyChange(draft, change);
  } catch (error) {
    if (error instanceof Refused) throw problemOf(draft, error);
    throw error;
  }
}

function problemOf(draft: Draft, { change, why, message }: Refused): Error {
  const node = change.do === "rename" ? draft.nodes.get(change.id) : undefined;
  if (why === "text-changed" && change.do === "rename" && node) {
    const fields = [{ name: "text", label: "Words", yours: change.text, theirs: node.text }];
    return new Conflict(fields, node.version);
  }
  return new Invalid([{ field: "text", message: message.replace(/\.$/, "") }]);
}
