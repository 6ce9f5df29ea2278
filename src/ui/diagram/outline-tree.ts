import { beliefIn, beliefWords, type Belief } from "./belief.ts";
import { graphOf, type DiagramNode } from "./graph.ts";

export interface OutlineItem {
  readonly node: DiagramNode;
  /** Where else it stands, when it serves several. */
  readonly alsoUnder: readonly DiagramNode[];
  /** How sure the team is that it moves what it stands under here. */
  readonly belief: Belief | undefined;
  /** It was met before: what is below it is said there. */
  readonly isRepeated: boolean;
  readonly children: readonly OutlineItem[];
}

/** The graph as it is read: under each parent everything that serves it, in full where it is met first. */
export function outlineOf(list: readonly DiagramNode[]): OutlineItem[] {
  const { nodes, roots, children } = graphOf(list);
  const met = new Set<string>();
  const item = (id: string, under: string | null): OutlineItem => {
    const node = nodes.get(id)!;
    const isRepeated = met.has(id);
    met.add(id);
    return {
      node,
      isRepeated,
      belief: beliefIn(node, under),
      alsoUnder: node.parents.filter((parent) => parent !== under).map((parent) => nodes.get(parent)!),
      children: isRepeated ? [] : children.get(id)!.map((child) => item(child, id)),
    };
  };
  return roots.map((root) => item(root, null));
}

/**
 * Two spaces a level, a line a node. What serves several drivers is written under each with the same words; who
 * pastes the text back gets one node with several parents again. How sure a team is stands behind the words where that is
 * asked for, and is left out again by whoever reads them.
 */
export function outlineText(list: readonly DiagramNode[], { withBeliefs = false } = {}): string {
  const lines: string[] = [];
  const write = (items: readonly OutlineItem[], level: number): void => {
    for (const { node, belief, children } of items) {
      const sure = withBeliefs && belief ? ` [${beliefWords[belief].toLowerCase()}]` : "";
      lines.push(`${"  ".repeat(level)}${node.text.replaceAll(/\s+/g, " ")}${sure}`);
      write(children, level + 1);
    }
  };
  write(outlineOf(list), 0);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
