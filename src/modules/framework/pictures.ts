import type { DiagramNode, NodeKind } from "#ui/diagram/graph.ts";
import type { KindWords } from "#ui/diagram/kind-words.ts";
import type { Content } from "./content.ts";
import { idOf, keyOf } from "./item.ts";
import type { Pack } from "./pack/pack.ts";
import type { Promised } from "./progress.ts";

/** One set of items, drawn in three ways. The id of each node is its item's key. */
export type Picture = { nodes: DiagramNode[]; words: Readonly<Record<NodeKind, KindWords>>; title: string };

const aimId = "aim";

const wholeWords: Picture["words"] = {
  aim: { one: "Aim", many: "Aim" },
  primary: { one: "Condition", many: "Conditions: primary drivers" },
  secondary: { one: "Secondary driver", many: "Secondary drivers" },
  idea: { one: "Proposed action", many: "Proposed actions" },
};

const partWords: Picture["words"] = {
  ...wholeWords,
  secondary: { one: "Proposed action", many: "Proposed actions" },
  idea: { one: "Detailed action", many: "Detailed actions" },
};

/** Kinds that can be looked into by themselves. */
export function isPart(key: string): boolean {
  return /^(condition|action)-/.test(key);
}

/**
 * The aim, the conditions, their drivers and the proposed actions; or, of one condition or action, its detailed
 * actions. What was filtered away is left out, with every driver and condition that then leads to nothing.
 */
export function pictureOf(content: Content, promised: readonly Promised[], part: string): Picture {
  const { pack } = content;
  return isPart(part) && content.item(part)
    ? partPicture(pack, promised, part)
    : wholePicture(pack, promised);
}

function wholePicture(pack: Pack, promised: readonly Promised[]): Picture {
  const shown = new Set(promised.map((one) => one.action.id));
  const actions = pack.actions.filter((action) => shown.has(action.id));
  const all = shown.size === pack.actions.length;
  const used = new Set(actions.flatMap((action) => action.drivers));
  const drivers = pack.drivers.filter(({ id }) => all || used.has(id));
  const conditions = pack.conditions.filter(
    ({ id }) => all || actions.some((action) => action.condition === id),
  );
  const ideas = actions.map((action) => ({
    ...node("action", action, "idea", `${action.id}. ${action.title}`),
    parents: parentsOf(action, drivers),
  }));
  const nodes = [
    aimOf(pack),
    ...conditions.map((one) => ({ ...node("condition", one, "primary", one.title), parents: [aimId] })),
    ...drivers.map((one) => ({
      ...node("driver", one, "secondary", one.title),
      parents: [one.under ? keyOf("driver", one.under) : keyOf("condition", one.condition)],
    })),
    ...ideas,
  ];
  return { nodes, words: wholeWords, title: pack.framework.title };
}

/** An action strengthens drivers of its own condition first; where none is named it stands under the condition. */
function parentsOf(action: Pack["actions"][number], drivers: Pack["drivers"]): string[] {
  const known = drivers.filter(({ id }) => action.drivers.includes(id));
  return known.length === 0
    ? [keyOf("condition", action.condition)]
    : action.drivers.flatMap((id) => (known.some((one) => one.id === id) ? [keyOf("driver", id)] : []));
}

function partPicture(pack: Pack, promised: readonly Promised[], part: string): Picture {
  const id = idOf(part);
  const shown = promised.filter((one) =>
    part.startsWith("condition-") ? one.condition.id === id : one.action.id === id,
  );
  const actions = pack.actions.filter((action) => shown.some((one) => one.action.id === action.id));
  const conditionId = part.startsWith("condition-")
    ? id
    : pack.actions.find((action) => action.id === id)?.condition;
  const condition = pack.conditions.find((one) => one.id === conditionId);
  const nodes = [
    aimOf(pack),
    ...(condition ? [{ ...node("condition", condition, "primary", condition.title), parents: [aimId] }] : []),
    ...actions.map((one) => ({
      ...node("action", one, "secondary", `${one.id}. ${one.title}`),
      parents: [keyOf("condition", one.condition)],
    })),
    ...shown.map((one) => ({
      ...node("detail", one, "idea", `${one.id} ${one.title}`),
      parents: [keyOf("action", one.action.id)],
    })),
  ];
  const [only] = actions;
  const title = part.startsWith("condition-") ? condition?.title : only && `${only.id}. ${only.title}`;
  return { nodes, words: partWords, title: title ?? pack.framework.title };
}

function aimOf({ framework }: Pack): DiagramNode {
  return { id: aimId, kind: "aim", text: framework.aim, parents: [] };
}

function node(
  kind: "condition" | "driver" | "action" | "detail",
  { id }: { id: string },
  shape: NodeKind,
  text: string,
): Omit<DiagramNode, "parents"> {
  return { id: keyOf(kind, id), kind: shape, text };
}

/** "42 items: 1 aim, 5 conditions, 23 secondary drivers and 13 proposed actions". */
export function countWords({ nodes, words }: Picture): string {
  const parts = (["aim", "primary", "secondary", "idea"] as const).flatMap((kind) => {
    const count = nodes.filter((one) => one.kind === kind).length;
    if (count === 0) return [];
    const word = count === 1 ? words[kind].one : words[kind].many.split(":")[0]!;
    return [`${count} ${word.toLowerCase()}`];
  });
  const last = parts.pop();
  const listed = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return `${nodes.length} ${nodes.length === 1 ? "item" : "items"}: ${listed}`;
}
