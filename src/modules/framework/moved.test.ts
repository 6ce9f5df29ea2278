import { expect, test } from "vitest";
import { contentOf } from "./content.ts";
import type { ItemRow } from "./item.ts";
import { differencesAt, differenceWords } from "./moved.ts";

const head = {} as Parameters<typeof contentOf>[0]["head"];

function row(key: string, text: string, parent: string | null = null): ItemRow {
  const kind = key.startsWith("action") ? "action" : "detail";
  return { key, kind, parent, position: 0, title: key, text, detail: { id: key } };
}

test("a plan is told what became of the item that it serves and of what stands under it, and of nothing else", () => {
  const before = contentOf({
    head,
    items: [row("action-1", "old"), row("detail-1.1", "gone", "action-1"), row("action-2", "old")],
  });
  const after = contentOf({
    head,
    items: [row("action-1", "new"), row("detail-1.2", "added", "action-1"), row("action-2", "new")],
  });
  expect(differencesAt("action-1", before, after).map(differenceWords)).toEqual([
    "action-1: changed (description)",
    "detail-1.2: added",
    "detail-1.1: removed",
  ]);
});
