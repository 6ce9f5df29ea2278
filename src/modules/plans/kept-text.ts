/** What a kept text is a text of. */
export type TextThing = "plan" | "node" | "test" | "task" | "decision" | "comment" | "write-up";

export type KeptText = { thingKind: TextThing; thingId: string; field: string; text: string };

/** A kept text with its writer, and whether it is the one that stands there now. */
export type TextVersion = KeptText & {
  id: number;
  writtenAt: Date;
  writer: string | null;
  isNow: boolean;
  /** What stood there before it, for the comparison. */
  before: string | null;
};
