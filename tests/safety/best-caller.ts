import { expectedOf, relationsOf, type Cell, type Row } from "./expect.ts";
import type { Outcome } from "./outcome.ts";
import { personas, type Nation } from "./setup/nation.ts";

/** Somebody for whom the route really does its work: a check of a guard says nothing about who is refused anyway. */
export function bestCaller(row: Row, nation: Nation): Cell | undefined {
  const ranks: Outcome[] = ["done", "page", "problem"];
  for (const rank of ranks) {
    for (const persona of personas.toReversed()) {
      for (const relation of relationsOf(row.about)) {
        if (expectedOf(row, persona, relation) === rank) return { nation, persona, relation };
      }
    }
  }
  return undefined;
}
