import { graphOf, type DiagramNode } from "./graph.ts";

export interface OutlineItem {
  readonly node: DiagramNode;
  /** Where else it stands, when it serves several. */
  readonly alsoUnder: readonly DiagramNode[];
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
      alsoUnder: node.parents.filter((parent) => parent !== under).map((parent) => nodes.get(parent)!),
      children: isRepeated ? [] : children.get(id)!.map((child) => item(child, id)),
    };
  };
  return roots.map((root) => item(root, null));
}

/**
 * Two spaces a level, a line a node. What serves several drivers is written under each with the same words; who
 * pastes the text back gets one node with several parents again.
 */
export function outlineText(list: readonly DiagramNode[]): string {
  const lines: string[] = [];
  const write = (items: readonly OutlineItem[], level: number): void => {
    for (const { node, children } of items) {
      lines.push(`${"  ".repeat(level)}${node.text.replaceAll(/\s+/g, " ")}`);
      write(children, level + 1);
    }
  };
  write(outlineOf(list), 0);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
