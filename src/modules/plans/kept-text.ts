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

/** Where each kept text stands: only these columns are ever written by a restoring. */
export const keptPlaces: Partial<
  Record<KeptText["thingKind"], { table: string; columns: Record<string, string> }>
> = {
  plan: {
    table: "plans",
    columns: { title: "title", sentence: "sentence", aim: "aim", learned: "learned" },
  },
  test: {
    table: "tests",
    columns: {
      change: "change",
      question: "question",
      prediction: "prediction",
      willMeasure: "will_measure",
      place: "place",
      who: "who",
      happened: "happened",
      surprises: "surprises",
      chartNote: "chart_note",
      earlyReason: "early_reason",
      learning: "learning",
    },
  },
  task: { table: "tasks", columns: { text: "text", note: "note" } },
  decision: { table: "plan_decisions", columns: { what: "what", why: "why", decidedBy: "decided_by" } },
};

/** Whether an earlier text of this can come back: a node takes it as new words, everything else where it stood. */
export function isRestorable({ thingKind, field }: Pick<KeptText, "thingKind" | "field">): boolean {
  if (thingKind === "node") return field === "text";
  if (thingKind === "write-up") return true;
  return keptPlaces[thingKind]?.columns[field] !== undefined;
}
