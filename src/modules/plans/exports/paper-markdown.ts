import { outlineOf, type OutlineItem } from "#ui/diagram/outline-tree.ts";
import { measureSays } from "./measure-chart.ts";
import { figuresTable } from "./measure-figures.ts";
import { paragraphs, type Block, type Paper } from "./paper.ts";

/** A paper as Markdown. What people wrote stays text: nothing in it becomes a heading, a link or a tag. */
export function paperMarkdown({ title, lead, sections, foot }: Paper): string {
  const parts = [
    `# ${escaped(title)}`,
    escaped(lead),
    ...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.flatMap(written)]),
    "---",
    escaped(foot),
  ];
  return `${parts.join("\n\n")}\n`;
}

function written(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return paragraphs(block.text).map((part) => part.split("\n").map(escaped).join("  \n"));
    case "list":
      return [block.items.map((item) => `- ${escaped(item)}`).join("\n")];
    case "table":
      return [`**${escaped(block.caption)}**`, table(block.head, block.rows)];
    case "diagram":
      return [
        outlineOf(block.nodes)
          .flatMap((item) => lines(item, 0))
          .join("\n"),
      ];
    case "chart": {
      const { head, rows } = figuresTable(block.measure);
      return [
        `### ${escaped(block.measure.name)}`,
        escaped(measureSays(block.measure).long),
        table(head, rows),
      ];
    }
  }
}

function lines({ node, children }: OutlineItem, level: number): string[] {
  return [
    `${"  ".repeat(level)}- ${escaped(node.text)}`,
    ...children.flatMap((item) => lines(item, level + 1)),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escaped(cell)).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** One line of plain text: every letter that Markdown would read as a sign is written out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|~#]/g, String.raw`\$&`)
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}
