import type { Specimen } from "./specimen.ts";

export type { Specimen } from "./specimen.ts";

/** Every component with its states. */
export const specimens: readonly Specimen[] = [];
