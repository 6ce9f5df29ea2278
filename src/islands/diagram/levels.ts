import { nodesInOrder, type Draft } from "./draft.ts";

/** How deep each node stands, by the first of its parents. */
export function levelsOf(draft: Draft): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { id, parents } of nodesInOrder(draft)) levels.set(id, (levels.get(parents[0] ?? "") ?? 0) + 1);
  return levels;
}
