import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Evaluation } from "../evaluation.ts";
import type { ItemRow } from "../item.ts";
import type { NodeLine } from "../line.ts";
import { mayDiscuss, mayReport } from "../policy.ts";
import { promisedWithin, type Promised } from "../progress.ts";
import { changesAllowed, type Proposal } from "../proposal.ts";
import type { Comment } from "../comment.ts";
import { listComments } from "../store/comments.ts";
import type { Evidence, Step } from "../commitment.ts";
import { listEvidence, listSteps } from "../store/commitments.ts";
import { listEvaluations } from "../store/evaluations.ts";
import { readLines } from "../store/lines.ts";
import { listProposalsOf } from "../store/proposals.ts";
import { commitmentInSight, idsOf, type Reported } from "./commitment-to-report.ts";
import { publishedSeries, type PublishedSeries } from "./published-series.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

export type ItemPage = {
  progress: Progress;
  item: ItemRow;
  above: ItemRow[];
  under: readonly ItemRow[];
  /** How it stands, where somebody promised it. */
  promised: Promised | undefined;
  /** What was promised under it, where it holds promises of others. */
  within: Promised[];
  /** The local work that serves it, or the action that it is a part of. */
  line: NodeLine | undefined;
  /** Of an outcome or a set of existing data: what is published here of it. */
  published: PublishedSeries;
  /** What was promised by recommendations has stages too. */
  tracked: (Reported & { steps: Step[]; evidence: Evidence[] }) | undefined;
  evaluations: Evaluation[];
  comments: Comment[];
  proposals: Proposal[];
  can: { discuss: boolean; propose: boolean; report: boolean; prove: boolean; moderate: boolean };
};

export async function itemPage(context: Context, frameworkKey: string, key: string): Promise<ItemPage> {
  const { db, actor } = context;
  const progress = await frameworkProgress(context, frameworkKey);
  const { framework } = progress;
  const item = framework.content.item(key);
  if (!item) throw new NotFound();
  if (unread.has(item.kind)) throw new Forbidden();
  const tracked = await trackedOf(context, progress, item);
  const reports = (ids: readonly string[]) =>
    tracked !== undefined && mayReport(actor, { ownerIds: ids, keeperIds: idsOf(tracked.keepers) });
  return {
    progress,
    item,
    above: aboveOf(progress, item),
    under: framework.content.under(key),
    promised: progress.promised.find((one) => one.key === key),
    within: promisedWithin(progress.promised, item),
    line: await lineOf(context, progress, item),
    published: await publishedOf(context, progress, item),
    tracked,
    evaluations: await listEvaluations(db, framework.id, key),
    comments: await listComments(db, framework.id, key),
    proposals: await listProposalsOf(db, framework.id, key),
    can: {
      discuss: mayDiscuss(actor),
      propose: changesAllowed(item.kind).length > 0,
      report: reports(idsOf(tracked?.leads ?? [])),
      prove: reports(idsOf(tracked?.named ?? [])),
      moderate: progress.can.keep,
    },
  };
}

/** What only serves the program has no page. */
const unread: ReadonlySet<string> = new Set(["track"]);

async function trackedOf(
  context: Context,
  { framework }: Progress,
  { key, kind }: ItemRow,
): Promise<ItemPage["tracked"]> {
  if (kind !== "detail" && kind !== "recommendation") return undefined;
  const reported = await commitmentInSight(context, framework.key, key).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!reported) return undefined;
  const at = { frameworkId: framework.id, key };
  return {
    ...reported,
    steps: await listSteps(context.db, framework.id, key),
    evidence: await listEvidence(context.db, context, at),
  };
}

async function lineOf(
  { db }: Context,
  { framework }: Progress,
  item: ItemRow,
): Promise<NodeLine | undefined> {
  if (!framework.planId || !served.has(item.kind)) return undefined;
  const sought = item.kind === "detail" ? item.parent : item.key;
  return (await readLines(db, framework.planId)).find(({ reference }) => reference === sought);
}

const served: ReadonlySet<string> = new Set(["condition", "driver", "action", "detail"]);

async function publishedOf(
  context: Context,
  { framework }: Progress,
  item: ItemRow,
): Promise<PublishedSeries> {
  const { series, outcomes } = framework.content.pack;
  const { id } = item.detail;
  const tracked =
    item.kind === "series"
      ? [String(id)]
      : item.kind === "outcome"
        ? outcomes.find((one) => one.id === id)?.series
        : [];
  return publishedSeries(
    context,
    series.filter((one) => tracked?.includes(one.id)),
  );
}

/** From the top down to what it stands under. */
function aboveOf({ framework }: Progress, item: ItemRow): ItemRow[] {
  const above: ItemRow[] = [];
  for (let one = item; one.parent;) {
    const parent = framework.content.item(one.parent);
    if (!parent || above.includes(parent)) break;
    above.unshift(parent);
    one = parent;
  }
  return above;
}
