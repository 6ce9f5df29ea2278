import type { ReactNode } from "react";
import { px } from "../chart/px.ts";

export interface TextLinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Of the first line's foot. */
  readonly y: number;
  readonly step: number;
  readonly fill?: string;
  /** Lines that begin at one edge are read as one text, with a space where one ends. */
  readonly spaced?: boolean;
}

/** Lines below each other within one text. */
export function TextLines({ lines, x, y, step, fill, spaced = false }: TextLinesProps): ReactNode {
  const placed = lines.map((line, at) => ({ line, foot: px(y + at * step) }));
  return placed.map(({ line, foot }) => (
    <tspan key={foot} x={px(x)} y={foot} fill={fill}>
      {spaced ? `${line} ` : line}
    </tspan>
  ));
}
