import type { Sheet } from "#platform/workbook/cell.ts";
import type { NodeKind } from "../diagram/diagram.ts";
import { headingsIn, readRows, type Column, type LineProblem, type ReadRow } from "./columns.ts";
import { diagramColumns } from "./plan-columns.ts";
import type { ReadDiagram, ReadNode } from "./read-node.ts";

/** What stands above an entry may be said by its number or by its words. */
const columns: readonly Column[] = diagramColumns.map((column) =>
  column.key === "under" ? { ...column, kind: "text" } : column,
);

/** A sheet with a row for each entry, which says what it stands under; nothing if it has no such headings. */
export function listedNodes(sheet: Sheet): ReadDiagram | undefined {
  const found = headingsIn(sheet, columns, ["text", "under"]) ?? headingsIn(sheet, columns, ["text", "kind"]);
  if (!found) return undefined;
  const problems: LineProblem[] = [];
  const rows = readRows(sheet, columns, found, problems).filter((row) => hasText(row, problems));
  const numbers = rows.map(({ values }, index) => numberOf(values["no"]) ?? index + 1);
  const doubled = new Set(numbers.filter((no, index) => numbers.indexOf(no) !== index));
  const nodes = rows.map(({ line, values }, index): ReadNode => {
    const no = numbers[index]!;
    if (doubled.has(no)) problems.push({ sheet: "", line, message: `The number ${no} is there twice` });
    const text = String(values["text"]).replaceAll(/\s+/g, " ");
    return { no, line, kind: (values["kind"] as NodeKind | null) ?? "secondary", text, under: [] };
  });
  for (const [index, node] of nodes.entries())
    node.under = parentsOf(String(rows[index]!.values["under"] ?? ""), node, { nodes, problems });
  return {
    nodes: withKinds(nodes, found.places.has("kind")),
    problems: [...problems, ...ruleProblems(nodes)],
  };
}

function hasText({ line, values }: ReadRow, problems: LineProblem[]): boolean {
  if (values["text"] !== null) return true;
  problems.push({ sheet: "", line, message: "This row has no words for its entry" });
  return false;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

type Around = { nodes: readonly ReadNode[]; problems: LineProblem[] };

function parentsOf(said: string, { line }: ReadNode, { nodes, problems }: Around): number[] {
  const isNumbers = /^[\d\s,;]+$/.test(said);
  const parts = said.split(isNumbers ? /[\s,;]+/ : ";").map((part) => part.trim());
  return parts.flatMap((part) => {
    if (part === "") return [];
    const parent = nodes.find(({ no, text }) => (isNumbers ? no === Number(part) : isSame(text, part)));
    if (!parent) problems.push({ sheet: "", line, message: `It stands under “${part}”, which is not there` });
    return parent ? [parent.no] : [];
  });
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.replaceAll(/\s+/g, " ").toLowerCase();
}

/** Where kinds are not said, they follow from what stands under what. */
function withKinds(nodes: ReadNode[], areSaid: boolean): ReadNode[] {
  if (areSaid) return nodes;
  const parents = new Set(nodes.flatMap(({ under }) => under));
  const roots = new Set(nodes.filter(({ under }) => under.length === 0).map(({ no }) => no));
  const kindOf = ({ no, under }: ReadNode): NodeKind => {
    if (roots.has(no)) return roots.size === 1 ? "aim" : "primary";
    if (roots.size === 1 && under.some((parent) => roots.has(parent))) return "primary";
    return parents.has(no) ? "secondary" : "idea";
  };
  return nodes.map((node) => ({ ...node, kind: kindOf(node) }));
}

function ruleProblems(nodes: readonly ReadNode[]): LineProblem[] {
  const known = new Map(nodes.map((node) => [node.no, node]));
  const aims = nodes.filter(({ kind }) => kind === "aim");
  const second = aims
    .slice(1)
    .map(({ line }) => ({ sheet: "", line, message: "A plan has one aim, and this is another" }));
  const under = nodes.flatMap(({ line, kind, under: parents }) =>
    parents.flatMap((parent) =>
      known.get(parent)?.kind === "idea" && kind !== "idea"
        ? [
            {
              sheet: "",
              line,
              message: `A driver cannot stand under a change idea, such as “${known.get(parent)!.text}”`,
            },
          ]
        : [],
    ),
  );
  const topped = aims
    .filter(({ under: parents }) => parents.length > 0)
    .map(({ line }) => ({ sheet: "", line, message: "The aim stands under nothing" }));
  return [...second, ...topped, ...under];
}
