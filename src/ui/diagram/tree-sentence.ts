import { nodeKinds, type DiagramNode, type NodeKind } from "./graph.ts";
import { kindWords, type KindWords } from "./kind-words.ts";

/** What a picture of the plan says in one sentence: "From the aim … to 3 primary drivers …". */
export function treeSentence(
  nodes: readonly DiagramNode[],
  words: Readonly<Record<NodeKind, KindWords>> = kindWords,
): string {
  const aims = nodes.filter((node) => node.kind === "aim").map((node) => `“${node.text}”`);
  const below = nodeKinds.slice(1).flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count === 0
      ? []
      : [`${count} ${(count === 1 ? words[kind].one : words[kind].many).toLowerCase()}`];
  });
  const start = aims.length === 0 ? "No aim yet" : `The aim is ${aims.join(" and ")}`;
  return below.length === 0
    ? `${start}.`
    : `${start}, with ${listed(below)}. The outline says which leads to which.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
