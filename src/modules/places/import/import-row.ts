/** What a file says of one organisation. What a file has no column for is undefined, and stays as it is. */
export type ImportRow = {
  line: number;
  code: string;
  name: string;
  kind: string;
  parentCode: string;
  topic?: string;
  address?: string;
  town?: string;
  postcode?: string;
  contactEmail?: string;
  contactPhone?: string;
  website?: string;
  openedOn?: string | undefined;
  closedOn: string | undefined;
  successorCode?: string | undefined;
  areaCodes?: string[];
};

/** What is wrong, and on which line of the file. Line 0: with the file as a whole. */
export type ImportProblem = { line: number; message: string };

export type ReadFile = {
  format: "ods" | "own";
  rows: ImportRow[];
  problems: ImportProblem[];
  /** Lines of the file that are no organisation of ours, such as prescribing centres in prisons. */
  leftOut: number;
};

/** A calendar date as "2026-04-01" or "20260401"; undefined for an empty cell, null for no date at all. */
export function readDate(text: string): string | undefined | null {
  const given = text.trim();
  if (given === "") return undefined;
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(given);
  if (!parts) return null;
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
