import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayDiscuss } from "../policy.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { insertComment } from "../store/comments.ts";
import { readProposal } from "../store/proposals.ts";

/** Says something about an item, or in the discussion of a proposal. */
export async function comment(
  context: Context,
  at: { framework: string; item: string; proposal?: string },
  text: string,
): Promise<string> {
  const { actor } = context;
  const framework = await frameworkInForce(context, at.framework);
  const proposal = at.proposal ? await readProposal(context.db, framework.id, at.proposal) : undefined;
  if (at.proposal ? !proposal : !framework.content.item(at.item)) throw new NotFound();
  if (!isPerson(actor) || !mayDiscuss(actor)) throw new Forbidden();
  return perform(context, async (tx) => {
    const id = await insertComment(tx, {
      frameworkId: framework.id,
      number: framework.number,
      itemKey: proposal?.itemKey ?? at.item,
      proposalId: proposal?.id ?? null,
      text,
      by: actor.id,
      at: context.at,
    });
    return { result: id, did: { action: "comment-on-framework", kind: "comment", id } };
  });
}
