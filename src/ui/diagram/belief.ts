import type { DiagramNode } from "./graph.ts";

export const beliefs = ["doubted", "hunch", "some", "strong"] as const;
/** How sure a team is that a node moves the one that it stands under. */
export type Belief = (typeof beliefs)[number];

export interface HeldBelief {
  /** The parent that the node is believed to move. */
  readonly under: string;
  readonly belief: Belief;
}

export const beliefWords: Readonly<Record<Belief, string>> = {
  doubted: "Doubted",
  hunch: "A hunch",
  some: "Some evidence",
  strong: "Strong evidence",
};

/** Short enough to stand on a line between two boxes. */
export const beliefOnLine: Readonly<Record<Belief, string>> = {
  doubted: "Doubted",
  hunch: "Hunch",
  some: "Some",
  strong: "Strong",
};

/** The surer, the wider; what is doubted is broken as well. */
export const beliefWidths: Readonly<Record<Belief, number>> = { doubted: 1, hunch: 1, some: 4, strong: 7 };

export function beliefIn({ beliefs: held }: DiagramNode, under: string | null): Belief | undefined {
  return held?.find((one) => one.under === under)?.belief;
}

/** As it is read beside the words of a node. */
export function beliefSaid(belief: Belief): string {
  return `How sure: ${beliefWords[belief].toLowerCase()}`;
}
