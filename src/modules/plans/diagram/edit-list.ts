import { Invalid } from "#platform/problem.ts";
import {
  indent,
  kindBelow,
  linkUnder,
  moveAmongSiblings,
  moveUnder,
  outdent,
  paste,
  possibleParents,
} from "../../../islands/diagram/commands.ts";
import { readOutline } from "../../../islands/diagram/read-outline.ts";
import { draft as drafts, type DiagramChange, type Draft, type LinkRow, type NodeSeen } from "./diagram.ts";

type Seen = { nodes: readonly NodeSeen[]; links: readonly LinkRow[] };

export function draftOfSeen({ nodes, links }: Seen): Draft {
  return drafts.draftOf(
    nodes.map(({ id, kind, text, version }) => ({ id, kind, text, version })),
    links,
  );
}

export const steps = ["up", "down", "out", "in"] as const;
export type Step = (typeof steps)[number];

/** One step among its neighbours or a level out or in, under the first of its parents. */
export function stepChanges(seen: Seen, nodeId: string, step: Step): DiagramChange[] {
  const draft = draftOfSeen(seen);
  const spot = { id: nodeId, under: drafts.parentsOf(draft, nodeId)[0] ?? drafts.root };
  if (step === "out") return outdent(draft, spot);
  if (step === "in") return indent(draft, spot);
  return moveAmongSiblings(draft, spot, step === "up" ? -1 : 1);
}

/** Steps that lead anywhere. */
export function possibleSteps(seen: Seen, nodeId: string): Step[] {
  return steps.filter((step) => stepChanges(seen, nodeId, step).length > 0);
}

export function addChanges(
  seen: Seen,
  under: string,
  { id, text }: { id: string; text: string },
): DiagramChange[] {
  return [{ do: "add", id, kind: kindBelow(draftOfSeen(seen), under), text, under, after: "" }];
}

/** Under another parent instead of the first, or besides all that it has. */
export function placeChanges(
  seen: Seen,
  nodeId: string,
  { under, how }: { under: string; how: "move" | "link" },
): DiagramChange[] {
  const draft = draftOfSeen(seen);
  if (how === "link") return linkUnder(draft, nodeId, under);
  const from = drafts.parentsOf(draft, nodeId)[0] ?? drafts.root;
  return moveUnder(draft, { id: nodeId, under: from }, { under, after: "" });
}

export function parentsToChoose(seen: Seen, nodeId: string): NodeSeen[] {
  const possible = new Set(possibleParents(draftOfSeen(seen), nodeId));
  return seen.nodes.filter((node) => possible.has(node.id));
}

export function removeChanges(seen: Seen, nodeId: string): { changes: DiagramChange[]; also: NodeSeen[] } {
  const ids = drafts.ownBranchOf(draftOfSeen(seen), nodeId);
  const also = seen.nodes.filter((node) => node.id !== nodeId && ids.includes(node.id));
  return { changes: [{ do: "remove", ids }], also };
}

/** What was pasted, under the aim; where there is none, the first entry is it. */
export function pasteChanges(
  seen: Seen,
  { text, newId }: { text: string; newId: () => string },
): DiagramChange[] {
  const draft = draftOfSeen(seen);
  const nodes = readOutline(text);
  if (nodes.length === 0) throw new Invalid([{ field: "text", message: "Enter what is to be added" }]);
  const aim = seen.nodes.find((node) => node.kind === "aim")?.id ?? drafts.root;
  return paste(draft, aim, { nodes, newId });
}
