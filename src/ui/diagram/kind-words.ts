import type { NodeKind } from "./graph.ts";

export interface KindWords {
  readonly one: string;
  readonly many: string;
}

/** A method may call them otherwise; these are the words of the Model for Improvement. */
export const kindWords: Readonly<Record<NodeKind, KindWords>> = {
  aim: { one: "Aim", many: "Aim" },
  primary: { one: "Primary driver", many: "Primary drivers" },
  secondary: { one: "Secondary driver", many: "Secondary drivers" },
  idea: { one: "Change idea", many: "Change ideas" },
};
