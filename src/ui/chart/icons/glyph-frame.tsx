import type { ReactNode } from "react";

export interface GlyphFrameProps {
  /** The text alternative; without it the icon is decoration beside words that say the same. */
  readonly title?: string | undefined;
  readonly size?: number;
  readonly children: ReactNode;
}

/** An icon is drawn on a grid of 16, so that at 16 pixels its edges fall on whole ones. */
export function GlyphFrame({ title, size = 16, children }: GlyphFrameProps): ReactNode {
  return (
    <svg
      className="tl-glyph"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      focusable="false"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : "true"}
    >
      {children}
    </svg>
  );
}
