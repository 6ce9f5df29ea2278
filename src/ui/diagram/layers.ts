import { fromTheTop, nodeKinds, type Graph, type NodeKind } from "./graph.ts";

/**
 * The column of each node. A node stands right of all its parents, and each kind begins right of the kinds
 * before it, so that change ideas stand under one heading however many levels of drivers lead to them.
 */
export function layersOf(graph: Graph): Map<string, number> {
  const order = fromTheTop(graph);
  const first: Partial<Record<NodeKind, number>> = {};
  let layers = longestWays(graph, order, first);
  for (const [at, kind] of nodeKinds.entries()) {
    first[kind] = 1 + deepest(graph, layers, new Set(nodeKinds.slice(0, at)));
    layers = longestWays(graph, order, first);
  }
  return withoutEmptyLayers(layers);
}

function longestWays(
  { nodes }: Graph,
  order: readonly string[],
  first: Partial<Record<NodeKind, number>>,
): Map<string, number> {
  const layers = new Map<string, number>();
  for (const id of order) {
    const { kind, parents } = nodes.get(id)!;
    layers.set(id, Math.max(first[kind] ?? 0, ...parents.map((parent) => layers.get(parent)! + 1)));
  }
  return layers;
}

function deepest(
  { nodes }: Graph,
  layers: ReadonlyMap<string, number>,
  kinds: ReadonlySet<NodeKind>,
): number {
  let most = -1;
  for (const [id, layer] of layers) if (kinds.has(nodes.get(id)!.kind)) most = Math.max(most, layer);
  return most;
}

function withoutEmptyLayers(layers: ReadonlyMap<string, number>): Map<string, number> {
  const used = [...new Set(layers.values())].sort((a, b) => a - b);
  const place = new Map(used.map((layer, at) => [layer, at]));
  return new Map([...layers].map(([id, layer]) => [id, place.get(layer)!]));
}
