import { isId } from "#platform/id.ts";
import { isPerson, type Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { contentOf } from "../content.ts";
import { planNodesOf } from "../plan-nodes.ts";
import { mayKeepFramework } from "../policy.ts";
import { applyProposal, CannotApply, proposalTitle, type Applied, type Proposal } from "../proposal.ts";
import { versionContent } from "../queries/framework-in-force.ts";
import { frameworkToKeep, type Kept } from "../queries/framework-to-keep.ts";
import { stagesOf } from "../progress.ts";
import { beginCommitments } from "../store/commitments.ts";
import { writeNodes } from "../store/framework-plan.ts";
import { insertVersion, lockFramework } from "../store/frameworks.ts";
import { answerProposal as answer, readProposal } from "../store/proposals.ts";

export type Answer = { adopt: boolean; answer: string; version: number };

/** Adopting makes the next version; declining leaves all as it is. Either way whoever proposed it gets an answer. */
export async function answerProposal(
  context: Context,
  at: { framework: string; proposal: string },
  given: Answer,
): Promise<string> {
  const { actor } = context;
  const kept = await frameworkToKeep(context, at.framework);
  if (!isPerson(actor) || !mayKeepFramework(actor, [kept.as.id])) throw new Forbidden();
  const known = isId(at.proposal)
    ? await readProposal(context.db, kept.framework.id, at.proposal)
    : undefined;
  if (!known) throw new NotFound();
  return perform(context, async (tx) => {
    const made = given.adopt ? await adopt(tx, kept, { proposal: known, actor, at: context.at }) : undefined;
    const answered = await answer(tx, {
      id: known.id,
      version: given.version,
      state: given.adopt ? "adopted" : "declined",
      answer: given.answer,
      by: actor.id,
      at: context.at,
      adoptedNumber: made?.number ?? null,
      adoptedKey: made?.key ?? null,
    });
    if (!answered) throw conflict(given, await readProposal(tx, kept.framework.id, known.id));
    const detail = { adopted: given.adopt, ...(made && { number: made.number }) };
    const did = { action: "answer-proposal", kind: "proposal", id: known.id, bodyId: kept.as.id, detail };
    return { result: known.id, did };
  });
}

type Adopting = { proposal: Proposal; actor: Person; at: Date };

async function adopt(tx: Tx, { framework }: Kept, { proposal, actor, at }: Adopting) {
  const { last } = (await lockFramework(tx, framework.key))!;
  // Read again inside the lock: somebody else may have adopted something in between.
  const { rows, pack } = await versionContent(tx, framework.id, last);
  const { items, key } = applied(rows, proposal, dayOf(at));
  const number = last + 1;
  const version = { frameworkId: framework.id, number, edition: null, digest: "", head: pack.framework };
  await insertVersion(tx, { ...version, reason: proposalTitle(proposal), by: actor.id, at }, items);
  if (proposal.change === "add" && key.startsWith("detail-"))
    await beginCommitments(tx, framework.id, [{ key, stage: stagesOf(pack, "details")[0]!.id }], at);
  if (framework.planId) await writeNodes(tx, framework.planId, nodesAfter(pack.framework, items), at);
  return { number, key };
}

/** Plans that are aligned to the framework keep their link: the nodes stay the same and say what the items say now. */
function nodesAfter(head: Parameters<typeof contentOf>[0]["head"], items: Applied["items"]) {
  return planNodesOf(contentOf({ head, items }));
}

function applied(rows: Parameters<typeof applyProposal>[0], proposal: Proposal, on: string): Applied {
  try {
    return applyProposal(rows, proposal, on);
  } catch (error) {
    if (!(error instanceof CannotApply)) throw error;
    throw new Invalid([{ field: "adopt", message: `${error.message}, so this can only be declined` }]);
  }
}

function conflict(yours: Answer, theirs: Proposal | undefined): Conflict {
  if (!theirs) throw new NotFound();
  const words = theirs.answer === "" ? "Not answered" : theirs.answer;
  return new Conflict(
    [{ name: "answer", label: "Answer", yours: yours.answer, theirs: words }],
    theirs.version,
  );
}
