import { beliefWords } from "#ui/diagram/belief.ts";

/** What was pasted, as a tree of texts. */
export interface PastedNode {
  readonly text: string;
  readonly children: readonly PastedNode[];
}

type Growing = { text: string; children: Growing[] };

/**
 * Indented text, with or without bullets or numbers; or columns as Excel copies them, where a row names its
 * parents from the left, or leaves them out when they are those of the row above.
 */
export function readOutline(pasted: string): PastedNode[] {
  const lines = pasted
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "")
    .split("\n");
  return isTable(lines) ? readColumns(lines) : readIndents(lines);
}

/** A tab anywhere but at the beginning of a line separates columns; at the beginning alone it only indents. */
function isTable(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim().includes("\t"));
}

function readColumns(lines: readonly string[]): PastedNode[] {
  const top: Growing = { text: "", children: [] };
  let path: Growing[] = [];
  for (const line of lines) {
    const cells = line.split("\t").map(unquoted);
    const first = cells.findIndex((cell) => cell !== "");
    if (first < 0) continue;
    path = path.slice(0, first);
    for (const [column, cell] of cells.entries()) {
      if (cell === "") continue;
      const parent = path[Math.min(column, path.length) - 1] ?? top;
      const known = parent.children.find((child) => child.text === cell);
      const node = known ?? { text: cell, children: [] };
      if (!known) parent.children.push(node);
      path = [...path.slice(0, column), node];
    }
  }
  return top.children;
}

function readIndents(lines: readonly string[]): PastedNode[] {
  const top: Growing = { text: "", children: [] };
  const path: { indent: number; node: Growing }[] = [{ indent: -1, node: top }];
  for (const line of lines) {
    const text = unmarked(line);
    if (text === "") continue;
    const indent = widthOf(/^[\s\u00a0]*/.exec(line)![0]);
    while (path.at(-1)!.indent >= indent) path.pop();
    const node: Growing = { text, children: [] };
    path.at(-1)!.node.children.push(node);
    path.push({ indent, node });
  }
  return top.children;
}

function widthOf(space: string): number {
  return [...space].reduce((sum, letter) => sum + (letter === "\t" ? 4 : 1), 0);
}

const howSure = new RegExp(String.raw`\s\[(?:${Object.values(beliefWords).join("|").toLowerCase()})\]$`);

/** Without a bullet or a number such as "1." or "2.1" in front, and without how sure a team was of it behind. */
function unmarked(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*•◦▪‣–o]\s+|\(?\d+(?:\.\d+)*[.)]\s+|\(?[a-z][.)]\s+)/i, "")
    .replace(howSure, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function unquoted(cell: string): string {
  const plain = cell.trim();
  const inner = /^"(.*)"$/s.exec(plain)?.[1]?.replaceAll('""', '"') ?? plain;
  return inner.replaceAll(/\s+/g, " ").trim();
}

export function countPasted(nodes: readonly PastedNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countPasted(node.children), 0);
}
