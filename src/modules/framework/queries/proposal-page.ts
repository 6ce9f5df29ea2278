import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { ItemRow } from "../item.ts";
import { mayDiscuss, mayKeepFramework, maySeeFramework } from "../policy.ts";
import { everyCode, keepersOf } from "../progress.ts";
import type { Proposal } from "../proposal.ts";
import { readOwners } from "../store/bodies.ts";
import type { Comment } from "../comment.ts";
import { listDiscussion } from "../store/comments.ts";
import { readProposal } from "../store/proposals.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkInForce, versionContent, type InForce } from "./framework-in-force.ts";

export type ProposalPage = {
  framework: InForce;
  proposal: Proposal;
  /** The item as it was when the change was proposed. */
  item: ItemRow | undefined;
  discussion: Comment[];
  can: { discuss: boolean; answer: boolean };
};

export async function proposalPage(context: Context, key: string, id: string): Promise<ProposalPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const { db, actor } = context;
  const framework = await frameworkInForce(context, key);
  const proposal = isId(id) ? await readProposal(db, framework.id, id) : undefined;
  if (!proposal) throw new NotFound();
  const content = await versionContent(db, framework.id, proposal.number);
  const { pack } = framework.content;
  const keepers = keepersOf(pack, await readOwners(db, everyCode(pack)));
  return {
    framework,
    proposal,
    item: content.item(proposal.itemKey),
    discussion: await listDiscussion(db, proposal.id),
    can: {
      discuss: mayDiscuss(actor),
      answer: proposal.state === "open" && mayKeepFramework(actor, idsOf(keepers)),
    },
  };
}
