import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { mayReport } from "../policy.ts";
import { commitmentToReport, idsOf, type Reported } from "../queries/commitment-to-report.ts";
import type { CommitmentState } from "../standing.ts";
import { addStep, insertEvidence, lockCommitment } from "../store/commitments.ts";

export type Report = {
  stage: string;
  note: string;
  /** Given with the report, so that "done" and what shows it arrive together. */
  evidence?: { title: string; summary: string; link: string } | undefined;
  version: number;
};

/** Says how a commitment stands. A stage that needs evidence is not reached without any. */
export async function reportProgress(
  context: Context,
  at: { framework: string; item: string },
  report: Report,
): Promise<string> {
  const { actor } = context;
  const reported = await commitmentToReport(context, at.framework, at.item);
  const { leads, keepers, as, framework, key } = reported;
  if (!isPerson(actor) || !mayReport(actor, { ownerIds: idsOf(leads), keeperIds: idsOf(keepers) }))
    throw new Forbidden();
  return perform(context, async (tx) => {
    const state = await lockCommitment(tx, framework.id, key);
    if (!state) throw new NotFound();
    if (state.version !== report.version) throw conflict(report, state, reported);
    refuseUnproven(report, state, reported);
    const said = { frameworkId: framework.id, key, bodyCode: as.code, by: actor.id, at: context.at };
    if (report.evidence) await insertEvidence(tx, { ...said, ...report.evidence, planId: null });
    await addStep(tx, { ...said, stage: report.stage, note: report.note });
    const detail = { item: key, from: state.stage, to: report.stage };
    const did = { action: "report-commitment", kind: "framework", id: framework.id, bodyId: as.id, detail };
    return { result: key, did };
  });
}

function refuseUnproven(report: Report, state: CommitmentState, { stages }: Reported): void {
  const stage = stages.find((one) => one.id === report.stage);
  if (!stage) throw new Invalid([{ field: "stage", message: "Choose how it stands" }]);
  if (!stage.needsEvidence || state.evidence > 0 || report.evidence) return;
  const message = `“${stage.name}” needs evidence: say what shows it, so that anybody can check`;
  throw new Invalid([{ field: "evidenceTitle", message }]);
}

function conflict(yours: Report, theirs: CommitmentState, { stages }: Reported): Conflict {
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? id;
  return new Conflict(
    [{ name: "stage", label: "How it stands", yours: nameOf(yours.stage), theirs: nameOf(theirs.stage) }],
    theirs.version,
  );
}
