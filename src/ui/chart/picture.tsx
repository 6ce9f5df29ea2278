import type { ReactNode } from "react";
import { palette, typeface } from "./palette.ts";

export interface PictureProps {
  readonly id: string;
  readonly title: string;
  /** The long text alternative. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** The sheet that every chart is drawn on. It needs no style sheet, so that a saved file looks the same. */
export function Picture({ id, title, description, width, height, children }: PictureProps): ReactNode {
  return (
    <svg
      className="tl-chart"
      xmlns="http://www.w3.org/2000/svg"
      id={id}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily={typeface}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <rect width={width} height={height} fill={palette.paper} />
      {children}
    </svg>
  );
}
