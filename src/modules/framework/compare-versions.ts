import { itemKinds, type ItemKind, type ItemRow } from "./item.ts";

export type Difference = {
  key: string;
  kind: ItemKind;
  change: "added" | "removed" | "changed";
  title: string;
  fields: { name: string; before: string; after: string }[];
};

/** What became of each item between two versions, in the order of the newer one; what is gone comes last. */
export function compareVersions(before: readonly ItemRow[], after: readonly ItemRow[]): Difference[] {
  const old = new Map(before.map((row) => [row.key, row]));
  const kept = new Set(after.map((row) => row.key));
  return [
    ...after.flatMap((row) => differenceOf(old.get(row.key), row)),
    ...before.filter((row) => !kept.has(row.key)).map((row) => whole(row, "removed")),
  ];
}

function differenceOf(before: ItemRow | undefined, after: ItemRow): Difference[] {
  if (!before) return [whole(after, "added")];
  const fields = fieldsOf(after).flatMap(({ name, text }) => {
    const was = fieldsOf(before).find((one) => one.name === name)?.text ?? "";
    return was === text ? [] : [{ name, before: was, after: text }];
  });
  return fields.length === 0 ? [] : [{ ...named(after), change: "changed", fields }];
}

function whole(row: ItemRow, change: "added" | "removed"): Difference {
  const fields = fieldsOf(row)
    .filter(({ text }) => text !== "")
    .map(({ name, text }) =>
      change === "added" ? { name, before: "", after: text } : { name, before: text, after: "" },
    );
  return { ...named(row), change, fields };
}

function named({ key, kind, title, text }: ItemRow) {
  return { key, kind, title: title || text.slice(0, 80) || itemKinds[kind] };
}

const shown: Record<string, string> = {
  horizon: "Horizon",
  due: "Due",
  responsible: "Responsible",
  note: "Note",
};

function fieldsOf({ title, text, detail }: ItemRow): { name: string; text: string }[] {
  return [
    { name: "Title", text: title },
    { name: "Description", text },
    ...Object.entries(shown).map(([field, name]) => ({ name, text: written(detail[field]) })),
  ];
}

function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
