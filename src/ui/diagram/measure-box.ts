import { wrapText } from "../chart/text-width.ts";
import type { DiagramNode, NodeKind, NodeSignal } from "./graph.ts";
import { countWords, signalWords } from "./node-words.ts";

/** What a box holds and how high that makes it. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Height of the coloured part, without the foot. */
  readonly head: number;
  readonly foot: readonly FootLine[];
}

export interface FootLine {
  readonly words: string;
  readonly signal: NodeSignal | null;
}

export const boxType = { size: 15, line: 20, footSize: 13, footLine: 19 } as const;
export const boxPadding = { x: 16, y: 11, dense: 6, foot: 6 } as const;
/** Room for the shape before a signal's words. */
export const footShape = 20;

/** Bold where the fill is dark. */
export function isBold(kind: NodeKind): boolean {
  return kind === "aim" || kind === "primary";
}

/** Dense, it has less air above and below its words, and so larger letters on paper. */
export function measureBox(node: DiagramNode, width: number, isDense = false): Box {
  const room = width - 2 * boxPadding.x;
  const lines = wrapText(node.text, room, boxType.size, isBold(node.kind));
  const head = Math.max(1, lines.length) * boxType.line + 2 * (isDense ? boxPadding.dense : boxPadding.y);
  const foot = footOf(node, room);
  const below = foot.length === 0 ? 0 : foot.length * boxType.footLine + 2 * boxPadding.foot;
  return { width, height: head + below, lines, head, foot };
}

function footOf(node: DiagramNode, room: number): FootLine[] {
  const counts = countWords(node);
  const signal = node.signal ?? null;
  return [
    ...(signal ? [{ words: signalWords(signal), signal }] : []),
    ...(counts === ""
      ? []
      : wrapText(counts, room, boxType.footSize).map((words) => ({ words, signal: null }))),
  ];
}
