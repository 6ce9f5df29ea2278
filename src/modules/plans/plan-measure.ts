/** A series that is attached to a plan, or to a node of its diagram, and that is in sight of whoever asks. */
export type Attached = { seriesId: string; nodeId: string | null; nodeText: string | null };

/** What something can be attached to or aligned from: the whole plan, or an entry of its diagram. */
export type NodeChoice = { id: string; kind: "aim" | "primary" | "secondary" | "idea"; text: string };

/** A claim that a plan, or a node of it, serves a node of another, as seen from one of its ends. */
export type Alignment = {
  id: string;
  nodeText: string | null;
  reason: string;
  /** The plan at the other end, with the node that it meets there. */
  planId: string;
  planTitle: string;
  bodyName: string;
  otherNodeText: string | null;
  isOut: boolean;
  /** A framework says it in other words since. */
  hasMoved: boolean;
};

/** A node of another plan that somebody could align to. */
export type NodeFound = {
  nodeId: string;
  text: string;
  kind: string;
  planId: string;
  planTitle: string;
  bodyName: string;
};
