import type { DiagramNode } from "#ui/diagram/graph.ts";
import type { NodeWords } from "../diagram/node-words.ts";
import type { RecordMeasure } from "./plan-record.ts";

/** What a paper is made of, whatever it is written as: a page, a file for Word, Markdown. */
export type Block =
  /** Paragraphs, with an empty line between them. */
  | { kind: "text"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "table"; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "chart"; measure: RecordMeasure }
  | { kind: "diagram"; title: string; nodes: readonly DiagramNode[]; words: NodeWords };

export type PaperSection = { key: string; heading: string; blocks: readonly Block[] };

export type Paper = {
  title: string;
  /** Under the title: what it is and from when. */
  lead: string;
  sections: readonly PaperSection[];
  foot: string;
};

/** The parts of a text that is written with empty lines between its paragraphs. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function textBlock(text: string): Block[] {
  return text.trim() === "" ? [] : [{ kind: "text", text: text.trim() }];
}

export function listBlock(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** Cut at a word, with a mark that something is missing. */
export function shortened(text: string, most: number): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most - 20)).trimEnd()}…`;
}

/** Only letters that every file system and every header takes. */
export function fileStem(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
  return plain.slice(0, 60) || "plan";
}
