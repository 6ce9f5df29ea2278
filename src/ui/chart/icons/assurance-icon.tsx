import type { AssuranceKind } from "@throughline/spc";
import type { ReactNode } from "react";
import { assuranceLabel } from "../verdict-words.ts";
import { GlyphFrame } from "./glyph-frame.tsx";

const ink = "#212b32";
const hit = "#005eb8";
const miss = "#6b2c00";

interface IconProps {
  readonly kind: AssuranceKind;
  readonly size?: number;
  /** Words beside it say the same. */
  readonly decorative?: boolean;
}

export function AssuranceIcon({ kind, size, decorative }: IconProps): ReactNode {
  return (
    <GlyphFrame title={decorative ? undefined : assuranceLabel(kind)} size={size}>
      <AssuranceGlyph kind={kind} />
    </GlyphFrame>
  );
}

/** On a grid of 16: a disc with a tick, an eight-sided sign with a cross, a disc half full, an empty ring. */
export function AssuranceGlyph({ kind }: { kind: AssuranceKind }): ReactNode {
  switch (kind) {
    case "expected-to-hit":
      return (
        <>
          <circle cx="8" cy="8" r="7.5" fill={hit} />
          <path d="M4.2 8.4l2.7 2.7l5 -5.6" fill="none" stroke="#ffffff" strokeWidth="2.2" />
        </>
      );
    case "expected-to-miss":
      return (
        <>
          <path
            d="M5 0.7h6l4.3 4.3v6l-4.3 4.3h-6l-4.3 -4.3v-6z"
            fill="#e46c0a"
            stroke={miss}
            strokeWidth="1.3"
          />
          <path d="M5 5l6 6M11 5l-6 6" fill="none" stroke="#1f0d00" strokeWidth="2.2" />
        </>
      );
    case "hit-and-miss":
      return (
        <>
          <circle cx="8" cy="8" r="6.75" fill="#ffffff" stroke={ink} strokeWidth="1.5" />
          <path d="M8 1.25a6.75 6.75 0 0 1 0 13.5z" fill={ink} />
        </>
      );
    case "no-target":
      return (
        <>
          <circle cx="8" cy="8" r="6.75" fill="#ffffff" stroke="#4c6272" strokeWidth="1.5" />
          <path d="M5 8h6" stroke="#4c6272" strokeWidth="1.75" />
        </>
      );
    case "unknown":
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.75"
            fill="#ffffff"
            stroke="#4c6272"
            strokeWidth="1.5"
            strokeDasharray="2.6 1.64"
          />
          <path
            d="M6 6.3a2 2 0 1 1 2.9 1.9q-0.9 0.5 -0.9 1.3M8 11.6v0.4"
            fill="none"
            stroke="#4c6272"
            strokeWidth="1.6"
          />
        </>
      );
  }
}
