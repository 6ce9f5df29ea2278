import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Owner } from "../owners.ts";
import { maySeeFramework } from "../policy.ts";
import { readEvidence, type StandingEvidence } from "../store/commitments.ts";
import { commitmentToProve, type Reported } from "./commitment-to-report.ts";
import { frameworkInForce } from "./framework-in-force.ts";

export async function evidenceToWithdraw(
  context: Context,
  at: { framework: string; evidence: string },
): Promise<Reported & { as: Owner; evidence: StandingEvidence }> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, at.framework);
  const evidence = isId(at.evidence) ? await readEvidence(context.db, framework.id, at.evidence) : undefined;
  if (!evidence) throw new NotFound();
  return { ...(await commitmentToProve(context, at.framework, evidence.key)), evidence };
}
