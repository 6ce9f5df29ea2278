import { z } from "zod";
import type { Belief, HeldBelief } from "#ui/diagram/belief.ts";
import type { NodeKind, NodeSignal } from "#ui/diagram/graph.ts";
import { longestText } from "../../../islands/diagram/apply-change.ts";
import type { DiagramChange } from "../../../islands/diagram/diagram-change.ts";

export { applyChange, Refused } from "../../../islands/diagram/apply-change.ts";
export type { DiagramChange } from "../../../islands/diagram/diagram-change.ts";
export * as draft from "../../../islands/diagram/draft.ts";
export type { Draft, DraftNode } from "../../../islands/diagram/draft.ts";
export { beliefWords } from "#ui/diagram/belief.ts";
export type { Belief, HeldBelief } from "#ui/diagram/belief.ts";
export type { NodeKind } from "#ui/diagram/graph.ts";

/** A node as somebody in whose sight the plan is sees it, with what is known of it. */
export type NodeSeen = {
  id: string;
  kind: NodeKind;
  text: string;
  note: string;
  version: number;
  /** In reading order: it stands under the first. */
  parents: string[];
  measures: number;
  tests: number;
  signal: NodeSignal | null;
  beliefs?: HeldBelief[];
  copiedFrom: string | null;
};

/** A test of an idea, as far as a picture of the plan shows it. */
export type NodeTest = { node: string; text: string; decision: string | null; endsOn: string };

export type NodeMeasure = { id: string; name: string; sentence: string };
export type NodeTried = { id: string; change: string; decision: string | null };

/** A link with its place among the children of its parent. */
export type LinkRow = { parent: string; child: string; position: number; belief?: Belief | null };

/** A node as it stood at one time: what the record of changes keeps. */
export type NodeState = { kind: NodeKind; text: string; under: [parent: string, position: number][] };

const id = z.uuid();
const under = z.union([id, z.literal("")]);
const after = z.union([id, z.literal("")]).nullable();
const text = z.string().max(4 * longestText);
const kind = z.enum(["aim", "primary", "secondary", "idea"]);

const change = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), id, kind, text, under, after }),
  z.object({ do: z.literal("rename"), id, text, version: z.int().min(0) }),
  z.object({ do: z.literal("kind"), id, kind }),
  z.object({ do: z.literal("move"), id, from: under, under, after }),
  z.object({ do: z.literal("link"), id, under, after }),
  z.object({ do: z.literal("unlink"), id, from: under }),
  z.object({ do: z.literal("remove"), ids: z.array(id).min(1).max(1_000) }),
]);

/** What an editor sends: a list of changes, at most as many as a person pastes at once. */
export const diagramChanges: z.ZodType<DiagramChange[]> = z.array(change).min(1).max(1_000);

/** More than this no picture can show and nobody can hold in mind. */
export const mostNodes = 1_000;
