/**
 * Fills as Making Data Count uses them, so that a board knows them again. Two of those fills are too pale to be
 * seen on white (grey 2.43, blue 2.48 to 1), so each has an outline of at least 3 to 1, and a shape of its own.
 */
export const palette = {
  paper: "#ffffff",
  ink: "#212b32",
  quiet: "#4c6272",
  grid: "#e8edee",
  limits: "#4c6272",
  between: "#f4f6f7",
  centre: "#212b32",
  target: "#b3141b",
  line: "#4c6272",
  event: "#003087",
} as const;

export type MarkName = "common" | "improvement" | "concern" | "neutral" | "excluded";

export interface MarkColours {
  readonly fill: string;
  readonly outline: string;
  /** Of the letter inside. */
  readonly letter: string;
}

export const markColours: Readonly<Record<MarkName, MarkColours>> = {
  common: { fill: "#a6a6a6", outline: "#4c6272", letter: "#212b32" },
  improvement: { fill: "#00b0f0", outline: "#005eb8", letter: "#002045" },
  concern: { fill: "#e46c0a", outline: "#6b2c00", letter: "#1f0d00" },
  neutral: { fill: "#490092", outline: "#2a0055", letter: "#ffffff" },
  excluded: { fill: "#ffffff", outline: "#4c6272", letter: "#4c6272" },
};

export const typeface = "Arial, Helvetica, 'Liberation Sans', sans-serif";
