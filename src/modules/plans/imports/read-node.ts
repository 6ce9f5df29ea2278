import type { NodeKind } from "../diagram/diagram.ts";
import type { LineProblem } from "./columns.ts";

/** An entry of a diagram that comes as a file, with the line on which it stands first. */
export type ReadNode = { no: number; line: number; kind: NodeKind; text: string; under: number[] };

export type ReadDiagram = { nodes: ReadNode[]; problems: LineProblem[] };

/** A text with its place in a tree: how deep it stands. */
export type DeepText = { line: number; depth: number; text: string };
