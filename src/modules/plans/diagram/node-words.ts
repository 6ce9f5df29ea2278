import type { NodeKind } from "#ui/diagram/graph.ts";
import { kindWords, type KindWords } from "#ui/diagram/kind-words.ts";
import type { PlanWords } from "../plan-words.ts";

export type NodeWords = Readonly<Record<NodeKind, KindWords>>;

type Wording = { words: Pick<PlanWords, "driver" | "idea">; isPlain: boolean };

/** What the entries of a diagram are called: as the trade has it, in plain English, or as this kind of plan does. */
export function nodeWords({ words, isPlain }: Wording, nodes: readonly { kind: NodeKind }[]): NodeWords {
  const idea = { one: capital(words.idea), many: capital(`${words.idea}s`) };
  if (isPlain) return { ...plain, idea };
  // A plan that has no secondary drivers simply has drivers.
  const isFlat = nodes.every((node) => node.kind !== "secondary");
  return { ...kindWords, ...(isFlat && { primary: { one: "Driver", many: "Drivers" } }), idea };
}

const plain = {
  aim: { one: "What we want", many: "What we want" },
  primary: { one: "What matters most for it", many: "What matters most for it" },
  secondary: { one: "What that depends on", many: "What that depends on" },
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
