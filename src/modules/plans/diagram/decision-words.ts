import type { NodeAction } from "#ui/diagram/actions-layout.ts";
import type { NodeTest } from "./diagram.ts";

const words: Readonly<Record<string, string>> = {
  adopt: "Adopted",
  adapt: "Adapted",
  expand: "Expanded",
  abandon: "Abandoned, with its lesson",
};

/** Tests as the picture shows them under their idea. */
export function actionsOf(tests: readonly NodeTest[], day: string): NodeAction[] {
  return tests.map(({ node, text, decision, endsOn }) => ({
    node,
    text,
    state: stateOf(decision, endsOn, day),
  }));
}

function stateOf(decision: string | null, endsOn: string, day: string): string {
  if (decision !== null) return words[decision] ?? "Decided";
  return endsOn < day ? "Waiting to be studied" : "Being tried";
}
