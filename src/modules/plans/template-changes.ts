import { randomUUID } from "node:crypto";
import type { DiagramChange } from "./diagram/diagram.ts";
import type { Method } from "./method.ts";

type Template = Method["nodes"][number];

/** What brings drivers of its own: a method, or a topic that others have worked on. */
export type Templates = Pick<Method, "nodes">;

/**
 * The changes that put the drivers of a method or a topic under the aim. What stands there already by the same words
 * is left as it is, so that one can be taken on a second time, or after another one.
 */
export function templateChanges(
  { nodes }: Templates,
  aimId: string,
  there: ReadonlySet<string>,
): DiagramChange[] {
  const added = (node: Template, under: string): DiagramChange[] => {
    if (there.has(node.text.toLowerCase())) return [];
    const id = randomUUID();
    return [
      { do: "add", id, kind: node.kind, text: node.text, under, after: null },
      ...(node.children ?? []).flatMap((child) => added(child, id)),
    ];
  };
  return nodes.flatMap((node) => added(node, aimId));
}
