import { randomUUID } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { startSeriesFor } from "#modules/measures/index.ts";
import { startGroup, type Workplace } from "#modules/people/index.ts";
import type { DiagramChange } from "../diagram/diagram.ts";
import { loadedTests, momentOf } from "../exports/loaded-tests.ts";
import type { PlanFile } from "../exports/plan-file.ts";
import { pointsOf, viewOf } from "../exports/plan-file-problems.ts";
import { mayStartPlan } from "../policy.ts";
import {
  attachSeries,
  insertBeliefs,
  insertOrigin,
  insertTasksAndDecisions,
  insertTests,
  writeNodeNotes,
  writePlanFacts,
  type LoadedBelief,
  type PlanOrigin,
} from "../store/load-plan.ts";
import { removeImport } from "../store/plan-imports.ts";
import { insertPlan } from "../store/plans.ts";
import { drawOnCharts } from "../store/test-charts.ts";
import { keepText } from "../store/texts.ts";
import { keptTexts, loadedTexts } from "../test-texts.ts";
import { changeIn } from "./change-diagram.ts";

export type PlanLoad = {
  file: PlanFile;
  place: Workplace;
  /** The signed file that it came in, when it came from a server. */
  origin: (Omit<PlanOrigin, "broughtAt"> & { bundle: Uint8Array }) | null;
  /** The upload that it was read from, which has then done its work. */
  importId: string;
};

type Loading = { planId: string; by: string; at: Date };

/** A plan that came as a file begins here as a new one, whole or not at all. Only its team sees it until they open it. */
export async function loadPlan(
  context: Context,
  { file, place, origin, importId }: PlanLoad,
): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayStartPlan(actor, place)) throw new Forbidden();
  return perform(context, async (tx) => {
    const planId = await startGroup(tx, { userId: actor.id, at });
    const loading = { planId, by: actor.id, at };
    const aimId = await beginPlan(tx, loading, { file, place });
    const nodes = await loadDiagram(tx, loading, file, aimId);
    const series = await loadMeasures(tx, loading, { file, place, nodes });
    await loadTests(tx, loading, { file, nodes, series });
    await insertTasksAndDecisions(tx, loading, file);
    if (origin) await insertOrigin(tx, loading, origin);
    await removeImport(tx, importId);
    const detail = { from: origin ? origin.server : "file", kind: file.plan.kind };
    return {
      result: planId,
      did: { action: "bring-plan", kind: "plan", id: planId, bodyId: place.id, detail },
    };
  });
}

type Given = { file: PlanFile; place: Workplace };

async function beginPlan(tx: Tx, { planId, by, at }: Loading, { file, place }: Given): Promise<string> {
  const { kind, title, sentence, aim, method, topics, learned } = file.plan;
  const given = { id: planId, kind, title, sentence, aim, method, topics, bodyId: place.id, by, at };
  const aimId = await insertPlan(tx, { ...given, visibility: "team" });
  await writePlanFacts(tx, { planId, by, at }, file.plan);
  const text = { thingKind: "plan", thingId: planId, field: "learned", text: learned } as const;
  await keepText(tx, { planId, by, at, texts: [text] });
  return aimId;
}

/** The nodes in their order, each under the first of its parents, and then under the others. */
async function loadDiagram(
  tx: Tx,
  loading: Loading,
  { diagram }: PlanFile,
  aimId: string,
): Promise<Map<number, string>> {
  const aim = diagram.find(({ kind }) => kind === "aim");
  const ids = new Map(diagram.map(({ no, kind }) => [no, kind === "aim" ? aimId : randomUUID()]));
  const order = fromTheTop(diagram);
  const changes: DiagramChange[] = [
    ...(aim ? [{ do: "rename" as const, id: aimId, text: aim.text, version: 1 }] : []),
    ...order.flatMap(({ no, kind, text, under }): DiagramChange[] =>
      kind === "aim"
        ? []
        : [{ do: "add", id: ids.get(no)!, kind, text, under: ids.get(under[0] ?? -1) ?? "", after: "" }],
    ),
    ...order.flatMap(({ no, under }) =>
      under.slice(1).map((parent): DiagramChange => ({
        do: "link",
        id: ids.get(no)!,
        under: ids.get(parent)!,
        after: "",
      })),
    ),
  ];
  await changeIn(tx, loading, changes);
  const notes = diagram.flatMap(({ no, note }) => (note === "" ? [] : [{ id: ids.get(no)!, note }]));
  await writeNodeNotes(tx, loading.planId, notes);
  await insertBeliefs(tx, loading, beliefsIn(diagram, ids));
  return ids;
}

/** Who held them stayed where they came from. */
function beliefsIn(diagram: PlanFile["diagram"], ids: Ids): LoadedBelief[] {
  return diagram.flatMap(({ no, beliefs = [] }) =>
    beliefs.map(({ under, on, ...said }) => ({
      ...said,
      child: ids.get(no)!,
      parent: ids.get(under)!,
      heldAt: momentOf(on),
    })),
  );
}

/** Parents before children, and otherwise as they stand. */
function fromTheTop(diagram: PlanFile["diagram"]): PlanFile["diagram"] {
  const known = new Map(diagram.map((node) => [node.no, node]));
  const placed = new Set<number>();
  const order: PlanFile["diagram"] = [];
  const place = (no: number): void => {
    const node = known.get(no);
    if (!node || placed.has(no)) return;
    placed.add(no);
    for (const parent of node.under) place(parent);
    order.push(node);
  };
  for (const { no } of diagram) place(no);
  return order;
}

type Ids = ReadonlyMap<number, string>;

async function loadMeasures(
  tx: Tx,
  loading: Loading,
  { file, place, nodes }: Given & { nodes: Ids },
): Promise<Map<number, string>> {
  const { planId, by, at } = loading;
  const ids = new Map<number, string>();
  for (const measure of file.measures) {
    const { no, definition, split } = measure;
    const begun = {
      definition,
      split,
      madeFrom: null,
      place,
      visibility: "team",
      groupId: planId,
      by,
      at,
    } as const;
    ids.set(no, await startSeriesFor(tx, { ...begun, view: viewOf(measure), points: pointsOf(measure) }));
  }
  const attached = file.measures.flatMap(({ no, on }) =>
    (on.length === 0 ? [null] : on.map((node) => nodes.get(node)!)).map((node) => ({
      series: ids.get(no)!,
      node,
    })),
  );
  await attachSeries(tx, loading, attached);
  return ids;
}

async function loadTests(
  tx: Tx,
  loading: Loading,
  { file, nodes, series }: { file: PlanFile; nodes: Ids; series: Ids },
): Promise<void> {
  const tests = loadedTests(file.tests, { nodes, series });
  await insertTests(tx, loading, tests);
  await keepText(tx, { ...loading, texts: tests.flatMap((test) => keptTexts(test.id, loadedTexts(test))) });
  const onCharts = new Set(file.measures.flatMap(({ on }) => on.map((no) => nodes.get(no))));
  for (const { id, series: own, node } of tests)
    if (own !== null || (node !== null && onCharts.has(node)))
      await drawOnCharts(tx, { ...loading, testId: id });
}
