import { beliefIn, beliefSaid } from "#ui/diagram/belief.ts";
import type { DiagramNode, NodeKind } from "#ui/diagram/graph.ts";
import { kindWords, type KindWords } from "#ui/diagram/kind-words.ts";
import { footWords } from "#ui/diagram/node-words.ts";
import type { Spot } from "./commands.ts";
import { childrenOf, parentsOf, root, type Draft } from "./draft.ts";

/**
 * A node as it is said: first what is to be read in its box and in that order, then where it stands: "Night light.
 * Improving, 4 tests. Change idea, 2 of 3 under “Safe way to the toilet”".
 */
export function spokenNode(
  draft: Draft,
  { id, under }: Spot,
  known: Partial<Pick<DiagramNode, "measures" | "tests" | "signal" | "beliefs">> & { hidden?: number } = {},
  words: Readonly<Record<NodeKind, KindWords>> = kindWords,
): string {
  const node = draft.nodes.get(id)!;
  const siblings = childrenOf(draft, under);
  const parent = under === root ? undefined : draft.nodes.get(under);
  const others = parentsOf(draft, id).filter((one) => one !== under);
  const belief = beliefIn({ ...node, parents: [], ...known }, under);
  const place = [
    words[node.kind].one,
    parent ? `${siblings.indexOf(id) + 1} of ${siblings.length} under “${parent.text}”` : "",
    others.length > 0
      ? `also under ${others.map((one) => `“${draft.nodes.get(one)!.text}”`).join(" and ")}`
      : "",
  ];
  const parts = [
    node.text,
    footWords({ ...node, parents: [], ...known }),
    belief ? beliefSaid(belief) : "",
    known.hidden ? `${known.hidden} folded away` : "",
    place.filter((part) => part !== "").join(", "),
  ];
  return parts.filter((part) => part !== "").join(". ");
}
