import type { NodeSignal } from "#ui/diagram/graph.ts";

const kinds: ReadonlySet<string> = new Set<NodeSignal["kind"]>([
  "improving",
  "worsening",
  "high",
  "low",
  "unusual",
  "common-cause",
  "too-few-points",
]);

/** What a series said last, as its node shows it. Which way it went is on the chart. */
export function signalOf(variation: string | null): NodeSignal | null {
  if (variation === null || !kinds.has(variation)) return null;
  const kind = variation as NodeSignal["kind"];
  return { kind, direction: kind === "high" || kind === "low" ? kind : "none" };
}
