import { usualZipLimits, type ZipLimits } from "../zip/open-zip.ts";

export type WorkbookLimits = ZipLimits & {
  sheets: number;
  /** Of one sheet. */
  rows: number;
  columns: number;
  /** Of all sheets together, with the empty ones between others. */
  cells: number;
  sharedStrings: number;
  /** Of all texts together. */
  characters: number;
};

export const usualWorkbookLimits: WorkbookLimits = {
  ...usualZipLimits,
  sheets: 100,
  rows: 50_000,
  columns: 1_000,
  cells: 500_000,
  sharedStrings: 200_000,
  characters: 20_000_000,
};

/** What the format itself allows. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;
export const mostCellCharacters = 32_767;

export function inFull(count: number): string {
  return count.toLocaleString("en-GB");
}
