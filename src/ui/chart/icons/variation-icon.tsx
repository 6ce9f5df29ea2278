import type { Variation } from "@throughline/spc";
import type { ReactNode } from "react";
import { lookOfMeaning, type Look } from "../look.ts";
import { markColours } from "../palette.ts";
import { letterPath, letterPlace, shapePath } from "../shapes.ts";
import { variationLabel } from "../verdict-words.ts";
import { GlyphFrame } from "./glyph-frame.tsx";

type Verdict = Pick<Variation, "kind" | "direction">;

interface IconProps {
  readonly variation: Verdict;
  readonly size?: number;
  /** Words beside it say the same. */
  readonly decorative?: boolean;
}

export function VariationIcon({ variation, size, decorative }: IconProps): ReactNode {
  return (
    <GlyphFrame title={decorative ? undefined : variationLabel(variation)} size={size}>
      <VariationGlyph variation={variation} />
    </GlyphFrame>
  );
}

/** On a grid of 16: the shape that the points of this verdict have, so that it is learnt once. */
export function VariationGlyph({ variation }: { variation: Verdict }): ReactNode {
  switch (variation.kind) {
    case "common-cause":
      return <CommonCause />;
    case "too-few-points":
      return <TooFew />;
    case "improving":
      return <Signal look={lookOfMeaning("improvement", variation.direction)} />;
    case "worsening":
      return <Signal look={lookOfMeaning("concern", variation.direction)} />;
    case "high":
    case "low":
      return <Signal look={lookOfMeaning(variation.kind, variation.kind)} />;
    case "unusual":
      return <Signal look={lookOfMeaning("unusual", "none")} />;
  }
}

function Signal({ look }: { look: Look }): ReactNode {
  const { fill, outline, letter } = markColours[look.name];
  const r = 6;
  // A triangle's ends are further out than a square's: each shape is set in the middle of the grid.
  const middle = look.shape === "triangle-up" ? 9 : look.shape === "triangle-down" ? 7 : 8;
  return (
    <>
      <path
        d={shapePath(look.shape, [8, middle], r)}
        fill={fill}
        stroke={outline}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d={
          look.letter === null && look.shape === "hexagon"
            ? "M8 5v3.5M8 10.2v1"
            : letterPath(look.letter, letterPlace(look.shape, [8, middle], r), 6)
        }
        fill="none"
        stroke={letter}
        strokeWidth="1.5"
      />
    </>
  );
}

function CommonCause(): ReactNode {
  const { outline } = markColours.common;
  return (
    <>
      <circle cx="8" cy="8" r="6.75" fill="#ffffff" stroke={outline} strokeWidth="1.5" />
      <path
        d="M3.5 8.5q2.2 -5 4.5 -0.5t4.5 -0.5"
        fill="none"
        stroke={outline}
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </>
  );
}

function TooFew(): ReactNode {
  const { outline } = markColours.common;
  return (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.75"
        fill="#ffffff"
        stroke={outline}
        strokeWidth="1.5"
        strokeDasharray="2.6 1.64"
      />
      <path d="M5 8h0M8 8h0M11 8h0" stroke={outline} strokeWidth="2" strokeLinecap="round" />
    </>
  );
}
