import type { PlacedBox, TreeLayout } from "#ui/diagram/driver-tree-layout.ts";
import { applyChange, Refused } from "./apply-change.ts";
import { branchOf, childrenOf, parentsOf, root, type Draft } from "./draft.ts";

/** Where a node that is dragged would stand if it were let go here. */
export interface DropPlace {
  readonly under: string;
  readonly after: string | null;
  /** The box that it is held over, and at which edge. */
  readonly over: string;
  readonly edge: "above" | "below" | "inside";
}

type Held = { x: number; y: number; dragged: string };

function boxAt({ boxes }: TreeLayout, { x, y }: Held): PlacedBox | undefined {
  return boxes.find(
    (one) => x >= one.x && x <= one.x + one.width && y >= one.y - 6 && y <= one.y + one.height + 6,
  );
}

/** The upper and lower quarters of a box mean beside it, its middle and right means under it. */
export function dropPlace(draft: Draft, layout: TreeLayout, held: Held): DropPlace | null {
  const { y, dragged } = held;
  const box = boxAt(layout, held);
  if (!box || branchOf(draft, dragged).has(box.node.id)) return null;
  const over = box.node.id;
  const edge = edgeAt(box, y);
  if (edge === "inside" || box.node.kind === "aim") return intoBox(draft, { over, dragged });
  const under = parentsOf(draft, over)[0] ?? root;
  if (under === root) return null;
  const list = childrenOf(draft, under).filter((one) => one !== dragged);
  const after = edge === "below" ? over : (list[list.indexOf(over) - 1] ?? null);
  return fits(draft, dragged, under) ? { under, after, over, edge } : null;
}

/** Why what is dragged cannot be let go here; nothing where it can, or where there is nothing to go to. */
export function dropRefused(draft: Draft, layout: TreeLayout, held: Held): string | undefined {
  const over = boxAt(layout, held)?.node.id;
  if (over === undefined || over === held.dragged || dropPlace(draft, layout, held)) return undefined;
  const [from = root] = parentsOf(draft, held.dragged);
  try {
    applyChange(draft, { do: "move", id: held.dragged, from, under: over, after: null });
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return undefined;
}

function edgeAt({ y: top, height }: PlacedBox, y: number): DropPlace["edge"] {
  const share = (y - top) / height;
  return share < 0.28 ? "above" : share > 0.72 ? "below" : "inside";
}

function intoBox(draft: Draft, { over, dragged }: { over: string; dragged: string }): DropPlace | null {
  const list = childrenOf(draft, over).filter((one) => one !== dragged);
  return fits(draft, dragged, over)
    ? { under: over, after: list.at(-1) ?? null, over, edge: "inside" }
    : null;
}

function fits(draft: Draft, dragged: string, under: string): boolean {
  const node = draft.nodes.get(dragged);
  if (!node || node.kind === "aim") return false;
  return node.kind === "idea" || draft.nodes.get(under)?.kind !== "idea";
}
