import type { NodeKind } from "#ui/diagram/graph.ts";

/**
 * What can be done to a diagram, said so that it still means the same when somebody else has changed another part
 * of it meanwhile: a place is "under this, after that", and only words carry the version that they were read at.
 */
export type DiagramChange =
  | {
      readonly do: "add";
      readonly id: string;
      readonly kind: NodeKind;
      readonly text: string;
      readonly under: string;
      readonly after: string | null;
    }
  | { readonly do: "rename"; readonly id: string; readonly text: string; readonly version: number }
  | { readonly do: "kind"; readonly id: string; readonly kind: NodeKind }
  | {
      readonly do: "move";
      readonly id: string;
      readonly from: string;
      readonly under: string;
      readonly after: string | null;
    }
  | { readonly do: "link"; readonly id: string; readonly under: string; readonly after: string | null }
  | { readonly do: "unlink"; readonly id: string; readonly from: string }
  /** Exactly these: what somebody else has put under one of them moves up instead of going with it. */
  | { readonly do: "remove"; readonly ids: readonly string[] };
