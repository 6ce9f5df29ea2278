/** Widths of Helvetica's and Arial's letters in thousandths of the size, from the space (32) to the tilde (126). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const other = 600;
/** Bold letters are wider, and other sans serifs a little wider than Arial. */
const boldness = 1.08;

/** How wide a text will be, near enough to lay out by: the server has no screen to measure on. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += letterWidth(text, i);
  return drawnWidth(sum, size, bold);
}

function letterWidth(text: string, at: number): number {
  return widths[text.charCodeAt(at) - 32] ?? other;
}

function drawnWidth(sum: number, size: number, bold: boolean): number {
  return ((bold ? boldness : 1) * sum * size) / 1000;
}

/** Lines that fit. A word longer than a line is cut short. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (word === "") continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = fitText(word, width, size, bold);
    } else {
      line = line === "" ? fitText(word, width, size, bold) : longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let end = 1;
  let sum = letterWidth(text, 0) + letterWidth("…", 0);
  while (end < text.length && drawnWidth(sum + letterWidth(text, end), size, bold) <= width) {
    sum += letterWidth(text, end);
    end += 1;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
