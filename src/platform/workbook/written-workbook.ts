/** A date is its text, "2026-04-01" or "2026-04-01T09:30". Null is an empty cell. */
export type TableValue = string | number | boolean | null | undefined;

export type TableColumn = {
  heading: string;
  kind: "text" | "number" | "percent" | "date" | "date-time" | "yes-no";
  /** In characters; without it the column is as wide as its texts, within reason. */
  width?: number;
  decimals?: number;
};

/** One table on a sheet of its own. */
export type WorkbookTable = {
  /** On the tab. */
  sheet: string;
  /** Above the table. */
  title: string;
  /** What to know before reading it. */
  lead?: string;
  /** Under which formulas of its readers find it. */
  name: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableValue[])[];
};

export type WrittenWorkbook = {
  title: string;
  /** What this is and where it comes from, a paragraph a text. */
  cover: readonly string[];
  /** Names and values under the paragraphs, such as who made it and when. */
  facts?: readonly (readonly [string, string])[];
  /** What abbreviations and marks mean, and how figures were worked out. */
  notes: readonly string[];
  tables: readonly WorkbookTable[];
  at: Date;
};
