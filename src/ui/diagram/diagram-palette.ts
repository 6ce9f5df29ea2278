import type { NodeKind } from "./graph.ts";

export interface BoxColours {
  readonly fill: string;
  readonly outline: string;
  readonly ink: string;
}

/**
 * Blue for what drives, yellow for what is to be tried: the pair that every kind of colour sight tells apart.
 * In grey they run from nearly black to white, so that a printed page shows the same levels.
 */
export const boxColours: Readonly<Record<NodeKind, BoxColours>> = {
  aim: { fill: "#003087", outline: "#001f57", ink: "#ffffff" },
  primary: { fill: "#005eb8", outline: "#003d78", ink: "#ffffff" },
  secondary: { fill: "#cfe2f5", outline: "#005eb8", ink: "#212b32" },
  idea: { fill: "#fff8e5", outline: "#8a6000", ink: "#212b32" },
};

export const diagramInk = {
  paper: "#ffffff",
  text: "#212b32",
  quiet: "#4c6272",
  link: "#768692",
  rule: "#d8dde0",
  ground: "#f4f7f9",
} as const;
