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

/** What a series said last, as its node shows it. An improvement points the way that is good for its measure. */
export function signalOf(variation: string | null, better: string | null): NodeSignal | null {
  if (variation === null || !kinds.has(variation)) return null;
  const kind = variation as NodeSignal["kind"];
  return { kind, direction: directionOf(kind, better) };
}

function directionOf(kind: NodeSignal["kind"], better: string | null): NodeSignal["direction"] {
  if (kind === "high" || kind === "low") return kind;
  const isGood = kind === "improving";
  if ((!isGood && kind !== "worsening") || (better !== "higher" && better !== "lower")) return "none";
  return (better === "higher") === isGood ? "high" : "low";
}
