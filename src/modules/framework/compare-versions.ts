import { longDate } from "#ui/long-date.ts";
import type { Content } from "./content.ts";
import { itemKinds, type ItemKind, type ItemRow } from "./item.ts";
import { responsibleWords, type Responsible } from "./owners.ts";
import type { Pack } from "./pack/pack.ts";
import { horizonName } from "./progress.ts";

export type Difference = {
  key: string;
  kind: ItemKind;
  change: "added" | "removed" | "changed";
  title: string;
  fields: { name: string; before: string; after: string }[];
};

/** What became of each item between two versions, in the order of the newer one; what is gone comes last. */
export function compareVersions(before: Content, after: Content): Difference[] {
  return [
    ...after.rows.flatMap((row) => differenceOf(before, after, row)),
    ...before.rows.filter(({ key }) => !after.item(key)).map((row) => whole(before, row, "removed")),
  ];
}

function differenceOf(before: Content, after: Content, row: ItemRow): Difference[] {
  const old = before.item(row.key);
  if (!old) return [whole(after, row, "added")];
  const earlier = new Map(fieldsOf(before, old).map(({ name, text }) => [name, text]));
  const fields = fieldsOf(after, row).flatMap(({ name, text }) => {
    const was = earlier.get(name) ?? "";
    return was === text ? [] : [{ name, before: was, after: text }];
  });
  return fields.length === 0 ? [] : [{ ...named(row), change: "changed", fields }];
}

function whole(content: Content, row: ItemRow, change: "added" | "removed"): Difference {
  const fields = fieldsOf(content, row)
    .filter(({ text }) => text !== "")
    .map(({ name, text }) =>
      change === "added" ? { name, before: "", after: text } : { name, before: text, after: "" },
    );
  return { ...named(row), change, fields };
}

function named({ key, kind, title, text }: ItemRow) {
  return { key, kind, title: title || text.slice(0, 80) || itemKinds[kind] };
}

function fieldsOf({ pack }: Content, { title, text, detail }: ItemRow): { name: string; text: string }[] {
  return [
    { name: "Title", text: title },
    { name: "Description", text },
    { name: "By when", text: written(detail["horizon"], (id) => horizonName(pack, id)) },
    { name: "Due", text: written(detail["due"], longDate) },
    { name: "Note", text: written(detail["note"]) },
    { name: "Responsible", text: responsibleIn(detail, pack) },
  ];
}

function written(value: unknown, inWords: (value: string) => string = String): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? inWords(value) : JSON.stringify(value);
}

function responsibleIn({ responsible }: ItemRow["detail"], { bodies }: Pick<Pack, "bodies">): string {
  return Array.isArray(responsible) ? responsibleWords(responsible as Responsible[], bodies) : "";
}
