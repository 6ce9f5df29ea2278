import type { DiagramChange } from "./diagram-change.ts";
import { branchOf, childrenOf, parentsOf, root, withChild, type Draft, type DraftNode } from "./draft.ts";

/** Why a change cannot be made, in a sentence for whoever wanted it. */
export class Refused extends Error {
  readonly change: DiagramChange;
  readonly why: "gone" | "text-changed" | "rule";
  constructor(change: DiagramChange, why: Refused["why"], message: string) {
    super(message);
    this.change = change;
    this.why = why;
  }
}

export const longestText = 500;

/** The diagram with one change made, by the same rules in the browser and on the server. */
export function applyChange(draft: Draft, change: DiagramChange): Draft {
  switch (change.do) {
    case "add":
      return add(draft, change);
    case "rename":
      return rename(draft, change);
    case "kind":
      return setKind(draft, change);
    case "move":
      return move(draft, change);
    case "link":
      return link(draft, change);
    case "unlink":
      return unlink(draft, change);
    case "remove":
      return remove(draft, change);
  }
}

export function applyChanges(draft: Draft, changes: readonly DiagramChange[]): Draft {
  return changes.reduce(applyChange, draft);
}

type Change<Do extends DiagramChange["do"]> = Extract<DiagramChange, { do: Do }>;

function add(draft: Draft, change: Change<"add">): Draft {
  const { id, kind, under } = change;
  if (draft.nodes.has(id)) throw rule(change, "This is in the diagram already.");
  const text = readText(change, change.text);
  if (kind === "aim" && aimOf(draft)) throw rule(change, "A plan has one aim.");
  if (kind === "aim" && under !== root) throw rule(change, "The aim stands under nothing.");
  mustStandUnder(draft, change, { kind, under });
  const nodes = new Map(draft.nodes).set(id, { id, kind, text, version: 1 });
  const children = new Map(draft.children).set(id, []);
  children.set(under, withChild(childrenOf(draft, under), id, change.after));
  return { nodes, children };
}

function rename(draft: Draft, change: Change<"rename">): Draft {
  const node = nodeOf(draft, change, change.id);
  const text = readText(change, change.text);
  if (text === node.text) return draft;
  if (change.version !== node.version)
    throw new Refused(change, "text-changed", `Somebody else changed “${node.text}” while you were writing.`);
  return withNode(draft, { ...node, text, version: node.version + 1 });
}

function setKind(draft: Draft, change: Change<"kind">): Draft {
  const node = nodeOf(draft, change, change.id);
  const { kind } = change;
  if (kind === node.kind) return draft;
  if (node.kind === "aim") throw rule(change, "The aim stays the aim.");
  if (kind === "aim") throw rule(change, "A plan has one aim.");
  for (const parent of parentsOf(draft, node.id)) mustStandUnder(draft, change, { kind, under: parent });
  if (kind === "idea" && childrenOf(draft, node.id).some((child) => draft.nodes.get(child)!.kind !== "idea"))
    throw rule(change, "Only change ideas can stand under a change idea. Move its drivers elsewhere first.");
  return withNode(draft, { ...node, kind });
}

function move(draft: Draft, change: Change<"move">): Draft {
  const { id, from, under, after } = change;
  const node = nodeOf(draft, change, id);
  if (node.kind === "aim") throw rule(change, "The aim stands under nothing.");
  if (!childrenOf(draft, from).includes(id)) throw gone(change);
  mustNotCircle(draft, change, { id, under });
  mustStandUnder(draft, change, { kind: node.kind, under });
  const children = new Map(draft.children);
  if (from !== under) children.set(from, without(childrenOf(draft, from), id));
  // What stands under something else as well does not stand under nothing.
  if (under === root && parentsOf(draft, id).some((parent) => parent !== from)) return { ...draft, children };
  children.set(under, withChild(children.get(under) ?? [], id, after));
  if (under !== root) children.set(root, without(children.get(root) ?? [], id));
  return { ...draft, children };
}

function link(draft: Draft, change: Change<"link">): Draft {
  const { id, under, after } = change;
  const node = nodeOf(draft, change, id);
  if (node.kind === "aim") throw rule(change, "The aim stands under nothing.");
  if (childrenOf(draft, under).includes(id)) return draft;
  mustNotCircle(draft, change, { id, under });
  mustStandUnder(draft, change, { kind: node.kind, under });
  const children = new Map(draft.children).set(under, withChild(childrenOf(draft, under), id, after));
  if (under !== root) children.set(root, without(children.get(root) ?? [], id));
  return { ...draft, children };
}

function unlink(draft: Draft, change: Change<"unlink">): Draft {
  const { id, from } = change;
  nodeOf(draft, change, id);
  if (from === root || !childrenOf(draft, from).includes(id)) return draft;
  const children = new Map(draft.children).set(from, without(childrenOf(draft, from), id));
  if (parentsOf(draft, id).length === 1) children.set(root, [...(children.get(root) ?? []), id]);
  return { ...draft, children };
}

function remove(draft: Draft, change: Change<"remove">): Draft {
  const going = new Set(change.ids.filter((id) => draft.nodes.has(id)));
  for (const id of going) {
    if (draft.nodes.get(id)!.kind === "aim")
      throw rule(change, "The aim cannot be removed. Change its words instead.");
  }
  let next = draft;
  for (const id of going) next = withoutNode(next, id);
  return next;
}

/** What stands under it and under nothing else moves up to where it stood. */
function withoutNode(draft: Draft, id: string): Draft {
  const nodes = new Map(draft.nodes);
  const children = new Map(draft.children);
  nodes.delete(id);
  const left = childrenOf(draft, id).filter((child) => parentsOf(draft, child).length === 1);
  for (const [parent, list] of draft.children) {
    if (list.includes(id))
      children.set(
        parent,
        list.flatMap((one) => (one === id ? left : [one])),
      );
  }
  children.delete(id);
  return { nodes, children };
}

function withNode(draft: Draft, node: DraftNode): Draft {
  return { ...draft, nodes: new Map(draft.nodes).set(node.id, node) };
}

function without(list: readonly string[], id: string): string[] {
  return list.filter((one) => one !== id);
}

function aimOf({ nodes }: Draft): DraftNode | undefined {
  return [...nodes.values()].find((node) => node.kind === "aim");
}

function nodeOf(draft: Draft, change: DiagramChange, id: string): DraftNode {
  const node = draft.nodes.get(id);
  if (!node) throw gone(change);
  return node;
}

function gone(change: DiagramChange): Refused {
  return new Refused(change, "gone", "Somebody else has moved or removed this meanwhile.");
}

function rule(change: DiagramChange, message: string): Refused {
  return new Refused(change, "rule", message);
}

function readText(change: DiagramChange, text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  if (plain === "") throw rule(change, "Enter a few words.");
  if (plain.length > longestText) throw rule(change, `Use ${longestText} characters or fewer.`);
  return plain;
}

function mustStandUnder(
  draft: Draft,
  change: DiagramChange,
  { kind, under }: { kind: DraftNode["kind"]; under: string },
): void {
  if (under === root) return;
  const parent = nodeOf(draft, change, under);
  if (parent.kind === "idea" && kind !== "idea")
    throw rule(change, `A driver cannot stand under a change idea, such as “${parent.text}”.`);
}

function mustNotCircle(
  draft: Draft,
  change: DiagramChange,
  { id, under }: { id: string; under: string },
): void {
  if (!branchOf(draft, id).has(under)) return;
  const [text, other] = [draft.nodes.get(id)!.text, draft.nodes.get(under)!.text];
  throw rule(
    change,
    id === under
      ? `“${text}” cannot stand under itself.`
      : `“${text}” cannot stand under “${other}”, because “${other}” already stands under “${text}”.`,
  );
}
