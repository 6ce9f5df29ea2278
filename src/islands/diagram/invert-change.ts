import { applyChange } from "./apply-change.ts";
import type { DiagramChange } from "./diagram-change.ts";
import { childrenOf, parentsOf, readingOrder, root, type Draft } from "./draft.ts";

/** What takes changes back again, in the order in which it is to be done. */
export function invertChanges(before: Draft, changes: readonly DiagramChange[]): DiagramChange[] {
  const inverse: DiagramChange[] = [];
  let draft = before;
  for (const change of changes) {
    inverse.unshift(...invert(draft, change));
    draft = applyChange(draft, change);
  }
  return inverse;
}

function invert(draft: Draft, change: DiagramChange): DiagramChange[] {
  switch (change.do) {
    case "add":
      return [{ do: "remove", ids: [change.id] }];
    case "rename":
      return [
        { do: "rename", id: change.id, text: draft.nodes.get(change.id)!.text, version: change.version + 1 },
      ];
    case "kind":
      return [{ do: "kind", id: change.id, kind: draft.nodes.get(change.id)!.kind }];
    case "move":
      return invertMove(draft, change);
    case "link":
      return childrenOf(draft, change.under).includes(change.id)
        ? []
        : [{ do: "unlink", id: change.id, from: change.under }];
    case "unlink":
      return childrenOf(draft, change.from).includes(change.id)
        ? [{ do: "link", id: change.id, under: change.from, after: before(draft, change.from, change.id) }]
        : [];
    case "remove":
      return putBack(draft, change.ids);
  }
}

function invertMove(draft: Draft, change: Extract<DiagramChange, { do: "move" }>): DiagramChange[] {
  const { id, from, under } = change;
  const after = before(draft, from, id);
  // It stood there before as well, or still stands elsewhere: only the place that it left is given back.
  const isElsewhere = under === root && parentsOf(draft, id).some((parent) => parent !== from);
  if (from !== under && (isElsewhere || childrenOf(draft, under).includes(id)))
    return [{ do: "link", id, under: from, after }];
  return [{ do: "move", id, from: under, under: from, after }];
}

/** What is removed is added again, parents first, under every parent that it had. */
function putBack(draft: Draft, ids: readonly string[]): DiagramChange[] {
  const going = new Set(ids);
  const changes: DiagramChange[] = [];
  for (const id of parentsFirst(draft, going)) {
    const { kind, text } = draft.nodes.get(id)!;
    const [first = root, ...others] = parentsOf(draft, id);
    changes.push({ do: "add", id, kind, text, under: first, after: before(draft, first, id) });
    for (const under of others) changes.push({ do: "link", id, under, after: before(draft, under, id) });
  }
  const after = applyChange(draft, { do: "remove", ids });
  for (const id of going) changes.push(...backUnder({ draft, after }, id));
  return changes;
}

/** Reading order meets a node under its first parent, which may come before another one of its parents. */
function parentsFirst(draft: Draft, going: ReadonlySet<string>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id) || !going.has(id)) return;
    seen.add(id);
    for (const parent of parentsOf(draft, id)) visit(parent);
    order.push(id);
  };
  for (const id of readingOrder(draft)) visit(id);
  return order;
}

/** What stays stands under it again, and no longer where it had moved up to. */
function backUnder({ draft, after }: { draft: Draft; after: Draft }, id: string): DiagramChange[] {
  return childrenOf(draft, id)
    .filter((child) => after.nodes.has(child))
    .flatMap((child): DiagramChange[] => {
      const parents = parentsOf(draft, child);
      const newer = parentsOf(after, child).filter((parent) => !parents.includes(parent));
      return [
        { do: "link", id: child, under: id, after: before(draft, id, child) },
        ...newer.map((from): DiagramChange => ({ do: "unlink", id: child, from })),
      ];
    });
}

/** The one that stands right above it; null when it is the first. */
function before(draft: Draft, parent: string, id: string): string | null {
  const list = childrenOf(draft, parent);
  return list[list.indexOf(id) - 1] ?? null;
}
