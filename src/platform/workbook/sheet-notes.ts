import type { Sheet } from "./cell.ts";

/** What somebody should know of a sheet before its numbers are taken, each in a sentence. */
export function sheetNotes({ hidden, formulas, merged }: Sheet): string[] {
  return [
    ...(hidden ? ["This sheet is hidden in the workbook."] : []),
    ...(formulas.count > 0 ? [formulaNote(formulas)] : []),
    ...(formulas.withoutValue > 0
      ? [
          `${valueless(formulas.withoutValue)} as empty. Open the workbook in Excel and save it to have them worked out.`,
        ]
      : []),
    ...(merged.length > 0
      ? [`Cells are merged (${some(merged)}): only the first of them holds the value.`]
      : []),
  ];
}

function formulaNote({ count, cells: at }: Sheet["formulas"]): string {
  const subject =
    count === 1 ? "1 cell holds a formula" : `${count.toLocaleString("en-GB")} cells hold formulas`;
  return `${subject} (${some(at, count)}): the values that were saved last are taken.`;
}

function valueless(count: number): string {
  return count === 1
    ? "1 formula is without a saved value and counts"
    : `${count.toLocaleString("en-GB")} formulas are without a saved value and count`;
}

function some(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, 5).join(", ");
  return count > 5 ? `${shown} and others` : shown;
}
