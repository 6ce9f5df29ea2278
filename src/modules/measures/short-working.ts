import type { WorkingLine } from "@throughline/spc";

const mostLines = 100;
const mostLetters = 3_000;

/** The working as it is read on a page. Of thousands of numbers the file has all, and the page says so. */
export function shortWorking(working: readonly WorkingLine[]): readonly WorkingLine[] {
  const shown = working
    .slice(0, mostLines)
    .map((line) => ({ ...line, how: shortened(line.how), result: shortened(line.result) }));
  const left = working.length - shown.length;
  const last = working.at(-1);
  if (left === 0 || !last) return shown;
  const lines = `${left.toLocaleString("en-GB")} more lines`;
  return [...shown, { ...last, what: lines, how: "in the same way", result: "in the file" }];
}

function shortened(words: string): string {
  return words.length > mostLetters ? `${words.slice(0, 200)} … and so on: all of it is in the file` : words;
}
