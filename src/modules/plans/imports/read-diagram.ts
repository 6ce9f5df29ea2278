import { decodeText } from "#platform/decode-text.ts";
import { cellText, type Sheet } from "#platform/workbook/cell.ts";
import { readSpreadsheet } from "#platform/workbook/read-spreadsheet.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import { mostNodes, type NodeKind } from "../diagram/diagram.ts";
import { circlesIn, circleWords } from "../exports/plan-file-problems.ts";
import type { LineProblem } from "./columns.ts";

import { indentedLines } from "./indented-lines.ts";
import type { DeepText, ReadDiagram, ReadNode } from "./read-node.ts";
import { listedNodes } from "./listed-nodes.ts";

const longest = 500;

/** A driver diagram from a workbook, a CSV file or indented text, whichever it is. */
export async function readDiagram(bytes: Uint8Array): Promise<ReadDiagram> {
  const read = await readAnyDiagram(bytes);
  const { nodes, problems } = read;
  if (nodes.length === 0 && problems.length === 0)
    throw new UnreadableFile("The selected file holds no entries of a diagram");
  const wrong = nodes.flatMap(({ line, text }): LineProblem[] =>
    text.length > longest
      ? [{ sheet: "", line, message: `This entry has ${text.length} characters: use ${longest} or fewer` }]
      : [],
  );
  const lineOf = new Map(nodes.map(({ no, line }) => [no, line]));
  const circles = circlesIn(nodes).map(({ no, way }) => ({
    sheet: "",
    line: lineOf.get(no)!,
    message: circleWords(way),
  }));
  const all = [...problems, ...wrong, ...circles, ...tooMany(nodes)];
  return { nodes, problems: all.toSorted((a, b) => a.line - b.line) };
}

function tooMany(nodes: readonly ReadNode[]): LineProblem[] {
  const over = nodes[mostNodes];
  if (!over) return [];
  const message = `A diagram holds up to ${mostNodes.toLocaleString("en-GB")} entries, and here the next begins`;
  return [{ sheet: "", line: over.line, message }];
}

async function readAnyDiagram(bytes: Uint8Array): Promise<ReadDiagram> {
  if (!isOffice(bytes)) {
    const { text } = decodeText(bytes);
    if (!/[,;\t]/.test(firstLine(text)) && !/\S\t/.test(text)) return treeOf(indentedLines(text));
  }
  const { sheets } = await readSpreadsheet(bytes);
  for (const sheet of sheets) {
    const listed = listedNodes(sheet);
    if (listed) return listed;
  }
  const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  return sheet ? treeOf(levelsOf(sheet)) : { nodes: [], problems: [] };
}

function isOffice([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

function firstLine(text: string): string {
  return text.split(/\r?\n|\r/).find((line) => line.trim() !== "") ?? "";
}

const levelNames =
  /^(aim|goal|outcome|(primary|secondary|tertiary)( drivers?)?|drivers?|(change )?ideas?|changes?|level ?\d)$/i;

/** A column a level; a row leaves out what is the same as above it. */
function levelsOf({ rows }: Sheet): DeepText[] {
  const [head] = rows;
  const named = (head?.cells ?? []).map((cell) => cellText(cell).trim()).filter((text) => text !== "");
  const isHeading = named.length > 1 && named.every((name) => levelNames.test(name));
  return rows.slice(isHeading ? 1 : 0).flatMap(({ row, cells }) =>
    cells.flatMap((cell, depth): DeepText[] => {
      const text = cellText(cell).replaceAll(/\s+/g, " ").trim();
      return text === "" ? [] : [{ line: row, depth, text }];
    }),
  );
}

/** The same words in the same place are one entry, and under several parents one that serves them all. */
function treeOf(texts: readonly DeepText[]): ReadDiagram {
  const nodes = new Map<string, ReadNode>();
  const path: ReadNode[] = [];
  const depths = [...new Set(texts.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  const hasAim = texts
    .filter(({ depth }) => depth === depths[0])
    .every(({ text }) => text === texts[0]!.text);
  for (const { line, depth, text } of texts) {
    const level = depths.indexOf(depth);
    const known = nodes.get(text.toLowerCase());
    const kind = kindAt(level + (hasAim && depths.length > 1 ? 0 : 1), depths.length - (hasAim ? 1 : 0));
    const node = known ?? { no: nodes.size + 1, line, kind, text, under: [] };
    if (!known) nodes.set(text.toLowerCase(), node);
    path.length = Math.min(path.length, level);
    const parent = path.at(-1);
    if (parent && node.kind !== "aim" && !node.under.includes(parent.no)) node.under.push(parent.no);
    path[level] = node;
    for (let above = 0; above < level; above += 1) path[above] ??= node;
  }
  return { nodes: [...nodes.values()], problems: [] };
}

/** What stands deepest is to be tried; what is between drives. */
function kindAt(level: number, deepest: number): NodeKind {
  if (level === 0) return "aim";
  if (level === 1) return "primary";
  return level >= deepest ? "idea" : "secondary";
}
