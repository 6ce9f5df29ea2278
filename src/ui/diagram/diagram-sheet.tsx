import type { ReactNode } from "react";
import { typeface } from "../chart/palette.ts";
import { px } from "../chart/px.ts";
import { diagramInk } from "./diagram-palette.ts";

export interface DiagramSheetProps {
  readonly id: string;
  readonly title: string;
  /** The long text alternative. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** What leads anywhere is no single image to those who cannot see it. */
  readonly isLinked?: boolean;
  readonly children: ReactNode;
}

/** Narrower than this it is a single column, which would be drawn in giant letters at a page's width. */
const oneColumn = 500;

/** The sheet of every diagram. It needs no style sheet, so that a saved file looks the same. */
export function DiagramSheet({
  id,
  title,
  description,
  width,
  height,
  isLinked = false,
  children,
}: DiagramSheetProps): ReactNode {
  return (
    <svg
      className={width < oneColumn ? "tl-diagram tl-diagram--one-column" : "tl-diagram"}
      xmlns="http://www.w3.org/2000/svg"
      id={id}
      viewBox={`0 0 ${px(width)} ${px(height)}`}
      width={px(width)}
      height={px(height)}
      fontFamily={typeface}
      role={isLinked ? "group" : "img"}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <rect width={px(width)} height={px(height)} fill={diagramInk.paper} />
      {children}
    </svg>
  );
}
