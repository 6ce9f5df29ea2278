import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { inSentence } from "../in-sentence.ts";
import type { BodySummary } from "../body.ts";
import { mayStandBelow } from "../lineage.ts";
import { mayReceive, mayRestructure, requireStrongSession } from "../policy.ts";
import { findBodyByCode } from "../queries/find-body-by-code.ts";
import { move } from "../store/write-body.ts";

export type Moving = { parent: BodySummary; version: number };

export async function moveBody(context: Context, code: string, { parent, version }: Moving): Promise<string> {
  const body = await findBodyByCode(context, code);
  if (!mayRestructure(context.actor, body) || !mayReceive(context.actor, parent)) throw new Forbidden();
  requireStrongSession(context.actor);
  if (parent.closedOn !== null) throw wrongParent(`${parent.name} is closed`);
  if (parent.id === body.id || parent.ancestors.includes(body.id))
    throw wrongParent(`${body.name} cannot stand below itself`);
  if (!mayStandBelow(body, parent))
    throw wrongParent(
      `${body.name} cannot stand below ${parent.name}: ${inSentence(parent.kindLabel)} is no level above it`,
    );
  return perform(context, async (tx) => {
    const moved = await move(tx, { id: body.id, version }, parent.id);
    if (!moved) throw new Conflict([], (await findBodyByCode(context, code)).version);
    return {
      result: code,
      did: { action: "move-body", kind: "body", id: body.id, bodyId: body.id, detail: { below: parent.id } },
    };
  });
}

function wrongParent(message: string): Invalid {
  return new Invalid([{ field: "parent", message }]);
}
