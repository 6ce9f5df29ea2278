import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { mayDiscuss } from "../policy.ts";
import { changesAllowed, childKindOf, type Change } from "../proposal.ts";
import { frameworkInForce, type InForce } from "../queries/framework-in-force.ts";
import { insertProposal } from "../store/proposals.ts";

export type Proposed = {
  change: Change;
  title: string;
  text: string;
  /** A new detailed action needs a horizon and somebody who would lead it. */
  horizon: string;
  body: string;
  reason: string;
};

/** Anybody may propose; nothing changes until those who keep the framework adopt it. */
export async function proposeChange(
  context: Context,
  at: { framework: string; item: string },
  proposed: Proposed,
): Promise<string> {
  const { actor } = context;
  const framework = await frameworkInForce(context, at.framework);
  const item = framework.content.item(at.item);
  if (!item) throw new NotFound();
  if (!isPerson(actor) || !mayDiscuss(actor)) throw new Forbidden();
  if (!changesAllowed(item.kind).includes(proposed.change))
    throw new Invalid([{ field: "change", message: "Choose what should change" }]);
  const detail = newPart(framework, item.key, proposed);
  refuseEmpty(proposed, item.title !== "");
  return perform(context, async (tx) => {
    const id = await insertProposal(tx, {
      frameworkId: framework.id,
      number: framework.number,
      change: proposed.change,
      itemKey: item.key,
      title: proposed.change === "remove" ? "" : proposed.title,
      text: proposed.change === "remove" ? "" : proposed.text,
      detail,
      reason: proposed.reason,
      by: actor.id,
      at: context.at,
    });
    const did = { action: "propose-framework-change", kind: "proposal", id, detail: { item: item.key } };
    return { result: id, did };
  });
}

function refuseEmpty({ change, title, text }: Proposed, hasTitle: boolean): void {
  if (change === "remove") return;
  const problems = [
    ...(title === "" && (hasTitle || change === "add")
      ? [{ field: "title", message: "Enter its title" }]
      : []),
    ...(text === "" ? [{ field: "text", message: "Enter what it says" }] : []),
  ];
  if (problems.length > 0) throw new Invalid(problems);
}

function newPart(
  { content }: InForce,
  key: string,
  { change, horizon, body }: Proposed,
): Record<string, unknown> {
  const kind = childKindOf(content.item(key)!.kind);
  if (change !== "add" || kind !== "detail") return {};
  const { pack } = content;
  const problems = [
    ...(pack.horizons.some((one) => one.id === horizon)
      ? []
      : [{ field: "horizon", message: "Choose by when it should be done" }]),
    ...(pack.bodies.some((one) => one.id === body)
      ? []
      : [{ field: "body", message: "Choose who should lead it" }]),
  ];
  if (problems.length > 0) throw new Invalid(problems);
  return { horizon, responsible: [{ body, role: "lead" }] };
}
