import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Owner } from "../owners.ts";
import { maySeeFramework } from "../policy.ts";
import type { CommitmentState } from "../standing.ts";
import { readCommitments } from "../store/commitments.ts";
import { commitmentToReport, type Reported } from "./commitment-to-report.ts";

export type CommitmentForm = Reported & { as: Owner; state: CommitmentState };

export async function commitmentForm(
  context: Context,
  frameworkKey: string,
  key: string,
): Promise<CommitmentForm> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const reported = await commitmentToReport(context, frameworkKey, key);
  const state = (await readCommitments(context.db, reported.framework.id)).get(key);
  if (!state) throw new NotFound();
  return { ...reported, state };
}
