import type { DiagramNode, NodeSignal } from "./graph.ts";

/** Short, so that it fits into a box beside the shape. */
export function signalWords({ kind, direction }: NodeSignal): string {
  switch (kind) {
    case "improving":
      return "Improving";
    case "worsening":
      return "Concern";
    case "high":
      return "Unusually high";
    case "low":
      return "Unusually low";
    case "unusual":
      return direction === "none" ? "Unusual pattern" : `Unusually ${direction}`;
    case "common-cause":
      return "No signal of change";
    case "too-few-points":
      return "Too few points to say";
  }
}

/** "2 measures, 3 tests", or nothing where there is none. */
export function countWords({ measures = 0, tests = 0 }: Pick<DiagramNode, "measures" | "tests">): string {
  return [counted(measures, "measure"), counted(tests, "test")].filter((words) => words !== "").join(", ");
}

function counted(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** All that stands in the foot of a node, as it is read out. */
export function footWords(node: DiagramNode): string {
  return [node.signal ? signalWords(node.signal) : "", countWords(node)].filter(Boolean).join(", ");
}
