import type { NodeSeen } from "./diagram.ts";

/** Something that a team may want to look at. It is advice, and never stands in the way. */
export type DiagramCheck = { kind: CheckKind; node: { id: string; text: string } };

export type CheckKind =
  | "idea-without-test"
  | "driver-without-measure"
  | "task-as-idea"
  | "idea-as-driver"
  | "nothing-below";

/** What each check is about, and the rule by which it was found. */
export const checkWords: Record<CheckKind, { heading: string; why: string }> = {
  "idea-without-test": {
    heading: "Ideas without a test",
    why: "An idea is only worth its place when it was tried. Plan a small first test.",
  },
  "driver-without-measure": {
    heading: "Drivers without a measure",
    why: "A primary driver with nothing to measure on it, or under it, gives no sign of whether it moves.",
  },
  "task-as-idea": {
    heading: "Tasks that stand as ideas",
    why: "It begins like something to be done once, such as “order”, “email” or “arrange a meeting”. A change idea is something whose effect you can test; a task belongs on the list of next actions.",
  },
  "idea-as-driver": {
    heading: "Ideas that stand as drivers",
    why: "It begins like something to try, such as “introduce” or “pilot”. A driver is what has to be true; ideas are how you might get there.",
  },
  "nothing-below": {
    heading: "Drivers without an idea",
    why: "No change idea stands under it yet, so nothing is planned that would move it.",
  },
};

/** Words with which a task begins: done once, and then it is done. */
const tasks =
  /^(?:(?:re)?order|buy|purchase|email|e-mail|ring|phone|book|arrange|schedule|organise (?:a|the) meeting|hold (?:a|the) meeting|set up (?:a|the) (?:meeting|group|steering|working)|form (?:a|the) (?:group|team|committee)|recruit|hire|appoint|print|submit|apply for|get (?:approval|sign-off|permission)|write (?:a|the) (?:report|paper|business case|policy|email)|update (?:the )?(?:policy|website|guideline)|send|ask (?:it|estates|finance))\b/i;

const attempts =
  /^(?:introduce|implement|pilot|trial|launch|roll out|start using|create (?:a|an)|develop (?:a|an)|try)\b/i;

export function checksOf(nodes: readonly NodeSeen[]): DiagramCheck[] {
  const below = belowEach(nodes);
  return nodes.flatMap((node) =>
    kindsFor(node, below.get(node.id) ?? []).map((kind) => ({
      kind,
      node: { id: node.id, text: node.text },
    })),
  );
}

function kindsFor(node: NodeSeen, below: readonly NodeSeen[]): CheckKind[] {
  const found: CheckKind[] = [];
  if (node.kind === "idea") {
    const isTried = node.tests > 0 || below.some((one) => one.tests > 0);
    if (tasks.test(node.text)) found.push("task-as-idea");
    else if (!isTried) found.push("idea-without-test");
  } else if (node.kind !== "aim") {
    if (attempts.test(node.text)) found.push("idea-as-driver");
    if (node.kind === "primary" && node.measures === 0 && below.every((one) => one.measures === 0))
      found.push("driver-without-measure");
    if (below.every((one) => one.kind !== "idea")) found.push("nothing-below");
  }
  return found;
}

/** Everything under each node, however far. */
function belowEach(nodes: readonly NodeSeen[]): Map<string, NodeSeen[]> {
  const children = new Map<string, NodeSeen[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const parent of node.parents) children.get(parent)?.push(node);
  return new Map(
    nodes.map((node) => {
      const found = new Set(children.get(node.id));
      for (const one of found) for (const child of children.get(one.id)!) found.add(child);
      return [node.id, [...found]];
    }),
  );
}
