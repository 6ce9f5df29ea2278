import { paging, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { draft as drafts, type NodeSeen, type NodeState } from "../diagram/diagram.ts";
import { compareDiagrams, type DiagramComparison } from "../diagram/compare-diagrams.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeePlan } from "../policy.ts";
import {
  countChanges,
  readChanges,
  readDays,
  readStatesAt,
  readTextsOf,
  type ChangeRow,
  type DiagramDay,
} from "../store/diagram-history.ts";
import { planInSight } from "./plan-in-sight.ts";

export type DiagramHistory = {
  plan: PlanSeen;
  days: DiagramDay[];
  changes: ChangeRow[];
  /** Of every node that the changes speak of. */
  texts: ReadonlyMap<string, string>;
  paging: Paging;
};

const changesOnPage = 50;

export async function diagramHistory(
  context: Context,
  planId: string,
  page: number,
): Promise<DiagramHistory> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  const { db } = context;
  const shown = paging(await countChanges(db, plan.id), page, changesOnPage);
  const [days, changes] = await Promise.all([readDays(db, plan.id), readChanges(db, plan.id, shown)]);
  const ids = new Set(changes.flatMap((one) => [...parentsOf(one.before), ...parentsOf(one.after)]));
  return { plan, days, changes, texts: await readTextsOf(db, plan.id, [...ids]), paging: shown };
}

function parentsOf(state: NodeState | null): string[] {
  return state?.under.map(([parent]) => parent) ?? [];
}

/** The diagram of a plan in sight as it stood at the end of a day. */
export async function diagramAt(
  { db }: Context,
  plan: Pick<PlanSeen, "id">,
  day: string,
): Promise<NodeSeen[]> {
  const states = await readStatesAt(db, plan.id, endOf(day));
  const links = states
    .flatMap(({ id, state }) => state.under.map(([parent, position]) => ({ parent, child: id, position })))
    .sort((a, b) => a.position - b.position);
  const nodes = states
    .map(({ id, state }) => ({ id, kind: state.kind, text: state.text, version: 0 }))
    .sort((a, b) => Number(b.kind === "aim") - Number(a.kind === "aim"));
  const unknown = { note: "", measures: 0, tests: 0, signal: null, copiedFrom: null };
  return drafts.nodesInOrder(drafts.draftOf(nodes, links)).map((node) => ({ ...node, ...unknown }));
}

/** Midnight in England at the end of the day, whether it is summer or winter. */
function endOf(day: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) throw new NotFound();
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  const hour = Number(
    next.toLocaleTimeString("en-GB", { hour: "2-digit", hour12: false, timeZone: "Europe/London" }),
  );
  return new Date(next.getTime() - (hour === 1 ? 3_600_000 : 0) - 1);
}

export type ComparedVersions = DiagramComparison & { plan: PlanSeen; days: DiagramDay[] };

export async function comparedVersions(
  context: Context,
  planId: string,
  { from, to }: { from: string; to: string },
): Promise<ComparedVersions> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  const [before, after, days] = await Promise.all([
    diagramAt(context, plan, from),
    diagramAt(context, plan, to),
    readDays(context.db, plan.id),
  ]);
  return { plan, days, ...compareDiagrams(before, after) };
}
