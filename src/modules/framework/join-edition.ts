import { canonicalJson, type PlainJson } from "#platform/canonical-json.ts";
import { counted } from "#ui/counted.ts";
import type { ItemRow } from "./item.ts";
import { withoutLinksTo } from "./proposal.ts";

/** A new edition cannot be laid over what was adopted here; nothing of it is taken. */
export class CannotJoin extends Error {}

type Editions = {
  /** The edition that the version in force goes back to, as its publishers wrote it. */
  before: readonly ItemRow[];
  /** The version in force: that edition with what was adopted here since. */
  now: readonly ItemRow[];
  /** The new edition, as its publishers wrote it. */
  next: readonly ItemRow[];
};

export type Joined = {
  items: ItemRow[];
  /** Keys of what was adopted here and stays, and of what the publishers now say otherwise. */
  kept: string[];
  overruled: string[];
};

/** What the publishers left alone stays as it was adopted here; where they changed it too, theirs holds. */
export function joinEdition(editions: Editions): Joined {
  const before = byKey(editions.before);
  const now = byKey(editions.now);
  const kept: string[] = [];
  const overruled: string[] = [];
  const items = editions.next.flatMap((next) => {
    const joined = joinItem(next, { before: before.get(next.key), now: now.get(next.key) });
    if (joined.kept) kept.push(next.key);
    if (joined.overruled) overruled.push(next.key);
    return joined.item ?? [];
  });
  const own = addedHere(editions, items);
  kept.push(...own.map(({ key }) => key));
  const all = own.reduce(placed, items);
  const there = byKey(all);
  const gone = new Set([...before.keys()].filter((key) => !there.has(key)));
  return {
    items: all.map((item, position) => ({ ...withoutLinksTo(item, gone), position })),
    kept,
    overruled,
  };
}

const byKey = (items: readonly ItemRow[]) => new Map(items.map((item) => [item.key, item]));

type Earlier = { before: ItemRow | undefined; now: ItemRow | undefined };
type JoinedItem = { item: ItemRow | undefined; kept: boolean; overruled: boolean };

function joinItem(next: ItemRow, { before, now }: Earlier): JoinedItem {
  if (!before) {
    if (now && now.title !== next.title)
      throw new CannotJoin(
        `“${next.key}” was given to “${now.title}” here, and the new edition means “${next.title}” by it`,
      );
    return { item: next, kept: false, overruled: false };
  }
  const isUntouched = same(before.detail, next.detail) && same(words(before), words(next));
  if (!now) return { item: isUntouched ? undefined : next, kept: isUntouched, overruled: !isUntouched };
  const item = {
    ...next,
    title: before.title === next.title ? now.title : next.title,
    text: before.text === next.text ? now.text : next.text,
    detail: same(before.detail, next.detail) ? now.detail : next.detail,
  };
  const wasReworded = !same(words(before), words(now));
  const stands = same(words(item), words(now));
  return { item, kept: wasReworded && stands, overruled: wasReworded && !stands };
}

const words = ({ title, text }: ItemRow): Record<string, unknown> => ({ title, text });

function same(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return canonicalJson(one as PlainJson) === canonicalJson(other as PlainJson);
}

/** What was added here, as long as what it stands under is there. */
function addedHere({ before, now }: Editions, items: readonly ItemRow[]): ItemRow[] {
  const old = byKey(before);
  const there = new Set(items.map(({ key }) => key));
  return now.filter(({ key, parent }) => {
    const isOwn = !old.has(key) && !there.has(key) && (parent === null || there.has(parent));
    if (isOwn) there.add(key);
    return isOwn;
  });
}

/** After its last sibling, or after what it stands under. */
function placed(items: ItemRow[], own: ItemRow): ItemRow[] {
  const isNear = ({ key, parent, kind }: ItemRow) =>
    own.parent === null ? kind === own.kind : key === own.parent || parent === own.parent;
  const after = items.findLastIndex(isNear) + 1 || items.length;
  return [...items.slice(0, after), own, ...items.slice(after)];
}

/** What the list of versions says of an edition, and of the same with what was adopted here. */
export function editionWords(edition: number, joined?: Pick<Joined, "kept" | "overruled">): string {
  if (!joined) return `Edition ${edition} of its publishers`;
  const { kept, overruled } = joined;
  const anew =
    overruled.length > 0 ? `; written anew by the publishers: ${counted(overruled.length, "item")}` : "";
  return `Edition ${edition} with what was adopted here: ${counted(kept.length, "item")}${anew}`;
}
