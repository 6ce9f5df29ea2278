import type { Pack } from "./pack/pack.ts";

/** One row of a version: any thing of a framework that has a page, a comment or a change of its own. */
export type ItemRow = {
  key: string;
  kind: ItemKind;
  parent: string | null;
  position: number;
  title: string;
  text: string;
  detail: Record<string, unknown>;
};

export const itemKinds = {
  source: "Source",
  horizon: "Horizon",
  body: "Body",
  track: "Track",
  condition: "Condition",
  driver: "Secondary driver",
  action: "Proposed action",
  detail: "Detailed action",
  outcome: "Outcome",
  series: "Existing data",
  pledge: "Pledge",
  target: "Target",
  gap: "Gap",
  term: "Term",
  theme: "Theme",
  reference: "Reference",
  recommendation: "Recommendation",
} as const;

export type ItemKind = keyof typeof itemKinds;

export function keyOf(kind: ItemKind, id: string): string {
  return `${kind}-${id}`;
}

export function kindOf(key: string): ItemKind | undefined {
  const kind = key.slice(0, key.indexOf("-"));
  return Object.hasOwn(itemKinds, kind) ? (kind as ItemKind) : undefined;
}

export function idOf(key: string): string {
  return key.slice(key.indexOf("-") + 1);
}

/** "proposed action 10", "term quality": short enough for the title of a page about it. */
export function shortName({ key, kind }: Pick<ItemRow, "key" | "kind">): string {
  return `${itemKinds[kind].toLowerCase()} ${idOf(key).replaceAll("-", " ")}`;
}

/** Everything of a pack but its head, row by row, in the order of its files. */
export function rowsOf(pack: Pack): ItemRow[] {
  const rows: ItemRow[] = [];
  const add = (kind: ItemKind, given: Part, parent: string | null = null) =>
    rows.push(rowOf(kind, given, { parent, position: rows.length }));
  for (const [kind, file] of flat) for (const part of pack[file]) add(kind, part, parentOf(kind, part));
  for (const { details, ...action } of pack.actions) {
    add("action", action, keyOf("condition", action.condition));
    for (const detail of details) add("detail", detail, keyOf("action", action.id));
  }
  for (const theme of pack.bibliography.themes) add("theme", theme);
  for (const reference of pack.bibliography.references)
    add("reference", reference, keyOf("theme", reference.theme));
  return rows;
}

type Part = { id: string } & Record<string, unknown>;

/** Kinds whose file is a plain list. */
const flat = [
  ["source", "sources"],
  ["horizon", "horizons"],
  ["body", "bodies"],
  ["track", "tracks"],
  ["condition", "conditions"],
  ["driver", "drivers"],
  ["outcome", "outcomes"],
  ["series", "series"],
  ["pledge", "pledges"],
  ["target", "targets"],
  ["gap", "gaps"],
  ["term", "glossary"],
  ["recommendation", "recommendations"],
] as const;

function parentOf(kind: ItemKind, part: Part): string | null {
  if (kind === "driver")
    return part["under"]
      ? keyOf("driver", textIn(part, "under"))
      : keyOf("condition", textIn(part, "condition"));
  if (kind === "outcome") return keyOf("action", textIn(part, "action"));
  if (kind === "target") return keyOf("detail", textIn(part, "action"));
  return null;
}

function rowOf(kind: ItemKind, part: Part, at: Pick<ItemRow, "parent" | "position">): ItemRow {
  const { title, text } = wordsIn[kind] ?? usual;
  return {
    key: keyOf(kind, part.id),
    kind,
    ...at,
    title: title ? textIn(part, title) : "",
    text: text ? textIn(part, text) : "",
    detail: part,
  };
}

function textIn(part: Part, field: string): string {
  const value = part[field];
  return typeof value === "string" ? value : "";
}

type Names = { title?: string; text?: string };

/** Which of a part's fields are its words, where they are not "title" and "text". */
const wordsIn: Partial<Record<ItemKind, Names>> = {
  body: { title: "name" },
  outcome: { text: "text" },
  reference: { text: "reference" },
  horizon: {},
  track: {},
};
const usual: Names = { title: "title", text: "text" };

/** The pack again, from a version's rows: words that were changed since stand in it as they are now. */
export function packOfRows(framework: Pack["framework"], rows: readonly ItemRow[]): Pack {
  const of = (kind: ItemKind) => rows.filter((row) => row.kind === kind).map(partOf);
  const details = rows.filter((row) => row.kind === "detail");
  const actions = rows
    .filter((row) => row.kind === "action")
    .map((row) => ({
      ...partOf(row),
      details: details.filter(({ parent }) => parent === row.key).map(partOf),
    }));
  const lists = Object.fromEntries(flat.map(([kind, file]) => [file, of(kind)]));
  const bibliography = { themes: of("theme"), references: of("reference") };
  return { framework, actions, bibliography, ...lists } as unknown as Pack;
}

function partOf({ kind, title, text, detail }: ItemRow): Part {
  const names = wordsIn[kind] ?? usual;
  const part = { ...detail } as Part;
  if (names.title && names.title in part) part[names.title] = title;
  if (names.text && names.text in part) part[names.text] = text;
  return part;
}
