import { packOfRows, type ItemRow } from "./item.ts";
import type { Pack } from "./pack/pack.ts";

/** One version of a framework, as its pages read it. It never changes, so it is made once. */
export type Content = {
  pack: Pack;
  rows: readonly ItemRow[];
  item(key: string): ItemRow | undefined;
  /** What stands directly under an item. */
  under(key: string): readonly ItemRow[];
};

export function contentOf({ head, items }: { head: Pack["framework"]; items: readonly ItemRow[] }): Content {
  const byKey = new Map(items.map((row) => [row.key, row]));
  const children = Map.groupBy(items, (row) => row.parent);
  return {
    pack: packOfRows(head, items),
    rows: items,
    item: (key) => byKey.get(key),
    under: (key) => children.get(key) ?? [],
  };
}
