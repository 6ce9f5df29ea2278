import { isId } from "#platform/id.ts";
import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayRemoveComment } from "../policy.ts";
import { everyCode, keepersOf } from "../progress.ts";
import { idsOf } from "../queries/commitment-to-report.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { readOwners } from "../store/bodies.ts";
import type { Comment } from "../comment.ts";
import { readComment, removeComment as remove } from "../store/comments.ts";

/** Takes one's own words back; those who keep the framework may take out what does not belong there. */
export async function removeComment(
  context: Context,
  at: { framework: string; comment: string },
): Promise<{ itemKey: string; proposalId: string | null }> {
  const { actor } = context;
  const framework = await frameworkInForce(context, at.framework);
  const found = isId(at.comment) ? await readComment(context.db, framework.id, at.comment) : undefined;
  if (!found) throw new NotFound();
  const { pack } = framework.content;
  const keepers = keepersOf(pack, await readOwners(context.db, everyCode(pack)));
  if (!isPerson(actor) || !mayRemoveComment(actor, found, idsOf(keepers))) throw new Forbidden();
  return perform(context, async (tx) => {
    await remove(tx, found.id, { by: actor.id, at: context.at });
    const did = { action: "remove-framework-comment", kind: "comment", id: found.id };
    return { result: placeOf(found), did };
  });
}

function placeOf({ itemKey, proposalId }: Comment) {
  return { itemKey, proposalId };
}
