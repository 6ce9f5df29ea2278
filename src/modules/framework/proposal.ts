import { horizonEnd } from "./due-date.ts";
import { idOf, keyOf, kindOf, type ItemKind, type ItemRow } from "./item.ts";

export const changes = {
  reword: "Change its words",
  add: "Add something under it",
  remove: "Take it out",
} as const;

export type Change = keyof typeof changes;

export type Proposal = {
  id: string;
  /** The version that was read when this was proposed. */
  number: number;
  change: Change;
  itemKey: string;
  title: string;
  text: string;
  detail: Record<string, unknown>;
  reason: string;
  proposedBy: string | null;
  proposedAt: Date;
  state: "open" | "adopted" | "declined";
  answer: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  adoptedNumber: number | null;
  adoptedKey: string | null;
  version: number;
};

/** What can come to stand under an item of each kind: a driver under a condition, a detailed action under an action. */
const childKinds: Partial<Record<ItemKind, ItemKind>> = {
  condition: "driver",
  driver: "driver",
  action: "detail",
  gap: "gap",
};

export function childKindOf(kind: ItemKind): ItemKind | undefined {
  return childKinds[kind];
}

/** Kinds that hold the framework together are changed by a new edition of the pack, not one by one. */
const fixed: ReadonlySet<ItemKind> = new Set(["source", "body", "horizon", "track", "theme", "series"]);

export function changesAllowed(kind: ItemKind): Change[] {
  if (fixed.has(kind)) return [];
  return childKindOf(kind) ? ["reword", "add", "remove"] : ["reword", "remove"];
}

export class CannotApply extends Error {}

type Wanted = Pick<Proposal, "change" | "itemKey" | "title" | "text" | "detail">;

export type Applied = { items: ItemRow[]; key: string };

/** The items of the version that is made on this day, and the key of the one that changed. */
export function applyProposal(items: readonly ItemRow[], proposal: Wanted, on: string): Applied {
  const target = items.find((item) => item.key === proposal.itemKey);
  if (!target) throw new CannotApply("This item is not in the framework any more");
  switch (proposal.change) {
    case "reword":
      return {
        items: items.map((item) => (item === target ? reworded(item, proposal) : item)),
        key: target.key,
      };
    case "remove":
      return { items: without(items, target), key: target.key };
    case "add":
      return added(items, target, proposal, on);
  }
}

function reworded(item: ItemRow, { title, text }: Wanted): ItemRow {
  return { ...item, title: item.title === "" ? "" : title || item.title, text };
}

/** With all that stands under it; nothing that is left may point to what is gone. */
function without(items: readonly ItemRow[], target: ItemRow): ItemRow[] {
  const gone = new Set([target.key]);
  for (let before = 0; before !== gone.size;) {
    before = gone.size;
    for (const { key, parent } of items) if (parent && gone.has(parent)) gone.add(key);
  }
  return items.filter(({ key }) => !gone.has(key)).map((item) => withoutLinksTo(item, gone));
}

const links: Record<string, ItemKind> = {
  drivers: "driver",
  evidence: "reference",
  outcomes: "outcome",
  series: "series",
  became: "action",
};

/** The item, pointing to nothing that is gone. */
export function withoutLinksTo(item: ItemRow, gone: ReadonlySet<string>): ItemRow {
  const changed = Object.entries(links).flatMap(([field, kind]) => {
    const ids = item.detail[field];
    if (!Array.isArray(ids)) return [];
    return [[field, ids.filter((id) => !gone.has(keyOf(kind, String(id))))] as const];
  });
  return changed.length === 0
    ? item
    : { ...item, detail: { ...item.detail, ...Object.fromEntries(changed) } };
}

function added(items: readonly ItemRow[], target: ItemRow, wanted: Wanted, on: string): Applied {
  const { title, text, detail } = wanted;
  const kind = childKindOf(target.kind);
  if (!kind) throw new CannotApply("Nothing can stand under this item");
  const parent = kind === "gap" ? null : target.key;
  const id = nextId(items, target, kind);
  const key = keyOf(kind, id);
  const last = items.findLast((item) => item.key === target.key || item.parent === target.key) ?? target;
  const item: ItemRow = {
    key,
    kind,
    parent,
    position: last.position + 1,
    title,
    text,
    detail: { id, title, text, ...structure(kind, target), ...dueFrom(on, detail, items), ...detail },
  };
  const after = items.indexOf(last) + 1;
  const all = [...items.slice(0, after), item, ...items.slice(after)];
  return { items: all.map((one, position) => ({ ...one, position })), key };
}

/** A new promise has the whole of its horizon, from the day on which it was made. */
function dueFrom(on: string, { horizon }: Wanted["detail"], items: readonly ItemRow[]): { due?: string } {
  if (typeof horizon !== "string") return {};
  const row = items.find(({ key }) => key === keyOf("horizon", horizon));
  return row ? { due: horizonEnd(on, row.detail as { months: number }) } : {};
}

/** What the pack's shape asks of a new part, beside what the proposal gives. */
function structure(kind: ItemKind, target: ItemRow): Record<string, unknown> {
  const source = { section: "Proposed by those who use the framework" };
  if (kind === "detail") return { milestones: [], outcomes: [], source };
  if (kind === "driver") {
    const condition = target.kind === "condition" ? idOf(target.key) : target.detail["condition"];
    return {
      condition,
      reconstructed: false,
      ...(target.kind === "driver" && { under: idOf(target.key) }),
      source,
    };
  }
  return { source };
}

/** The next in the row of its siblings: 7.10 after 7.9, 1f after 1e. */
function nextId(items: readonly ItemRow[], target: ItemRow, kind: ItemKind): string {
  const base = idOf(target.key);
  const taken = new Set(items.map((item) => item.key));
  for (let count = 1; ; count++) {
    const id =
      kind === "driver"
        ? `${base}${letters(count)}`
        : kind === "detail"
          ? `${base}.${count}`
          : `gap-${count}`;
    if (!taken.has(keyOf(kind, id))) return id;
  }
}

function letters(count: number): string {
  return count <= 26
    ? String.fromCharCode(96 + count)
    : `${letters(Math.floor((count - 1) / 26))}${letters(((count - 1) % 26) + 1)}`;
}

/** What a page says of a proposal where there is room for a line only. */
export function proposalTitle({
  change,
  itemKey,
  title,
}: Pick<Proposal, "change" | "itemKey" | "title">): string {
  const id = idOf(itemKey);
  const kind = kindOf(itemKey);
  const where =
    kind === "term" || kind === "gap" || kind === "reference"
      ? id.replaceAll("-", " ")
      : `${wordFor(kind)} ${id}`;
  switch (change) {
    case "reword":
      return `Change the words of ${where}`;
    case "remove":
      return `Take out ${where}`;
    case "add":
      return `Add to ${where}: ${title}`;
  }
}

function wordFor(kind: ItemKind | undefined): string {
  return kind === "detail" ? "action" : (kind ?? "item");
}
