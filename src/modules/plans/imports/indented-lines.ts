import type { DeepText } from "./read-node.ts";

/** Lines of a text with how far each is indented, bullets and numbers in front left out. */
export function indentedLines(text: string): DeepText[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): DeepText[] => {
      const words = unmarked(line);
      return words === ""
        ? []
        : [{ line: index + 1, depth: widthOf(/^[\s\u00a0]*/.exec(line)![0]), text: words }];
    });
}

function widthOf(space: string): number {
  return [...space].reduce((sum, letter) => sum + (letter === "\t" ? 4 : 1), 0);
}

function unmarked(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*•◦▪‣–]\s+|\(?\d+(?:\.\d+)*[.)]\s+)/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
