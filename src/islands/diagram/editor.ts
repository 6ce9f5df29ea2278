import { applyChanges, Refused } from "./apply-change.ts";
import type { Spot } from "./commands.ts";
import type { DiagramChange } from "./diagram-change.ts";
import { childrenOf, isSameDraft, parentsOf, readingOrder, root, type Draft } from "./draft.ts";
import { invertChanges } from "./invert-change.ts";

/** One act of the person: what was done, and what takes it back. */
export interface Deed {
  readonly words: string;
  readonly changes: readonly DiagramChange[];
  readonly inverse: readonly DiagramChange[];
}

/** Changes on their way to the server, under a key by which it knows them again. */
export interface Unsent {
  readonly key: string;
  readonly changes: readonly DiagramChange[];
}

/** Two people wrote the same words anew. Both texts are kept until somebody chooses. */
export interface TextConflict {
  readonly id: string;
  readonly yours: string;
  /** Null when it was removed. */
  readonly theirs: string | null;
}

/** What the person sees and can do, apart from how it is drawn. */
export interface Editor {
  /** As the server last said it. */
  readonly base: Draft;
  /** With what is on its way. */
  readonly draft: Draft;
  readonly unsent: readonly Unsent[];
  readonly spot: Spot;
  readonly past: readonly Deed[];
  readonly future: readonly Deed[];
  readonly conflicts: readonly TextConflict[];
  /** Said to whoever listens. */
  readonly said: string;
}

export function beginEditor(base: Draft): Editor {
  const first = readingOrder(base)[0] ?? root;
  return {
    base,
    draft: base,
    unsent: [],
    spot: { id: first, under: root },
    past: [],
    future: [],
    conflicts: [],
    said: "",
  };
}

export interface Act {
  readonly changes: readonly DiagramChange[];
  readonly words: string;
  /** Under which key it is sent. */
  readonly key: string;
  readonly spot?: Spot;
}

const longestPast = 200;

/** Does it at once and queues it; what a rule forbids changes nothing and is said. */
export function act(editor: Editor, { changes, words, key, spot }: Act): Editor {
  if (changes.length === 0) return editor;
  const done = tryAll(editor.draft, changes);
  if (done instanceof Refused) return { ...editor, said: done.message };
  const deed = { words, changes, inverse: invertChanges(editor.draft, changes) };
  return landed({
    ...editor,
    draft: done,
    unsent: [...editor.unsent, { key, changes }],
    past: [...editor.past, deed].slice(-longestPast),
    future: [],
    spot: spot ?? editor.spot,
    said: words,
  });
}

export function undo(editor: Editor, key: string): Editor {
  const deed = editor.past.at(-1);
  if (!deed) return { ...editor, said: "There is nothing to undo." };
  const past = editor.past.slice(0, -1);
  const changes = freshened(editor.draft, deed.inverse, deed.changes);
  return replay(editor, {
    key,
    changes,
    past,
    future: [...editor.future, deed],
    words: `Undone: ${deed.words}`,
  });
}

export function redo(editor: Editor, key: string): Editor {
  const deed = editor.future.at(-1);
  if (!deed) return { ...editor, said: "There is nothing to do again." };
  const future = editor.future.slice(0, -1);
  const changes = freshened(editor.draft, deed.changes, deed.inverse);
  return replay(editor, {
    key,
    changes,
    past: [...editor.past, deed],
    future,
    words: `Done again: ${deed.words}`,
  });
}

interface Replay extends Omit<Act, "spot"> {
  readonly past: readonly Deed[];
  readonly future: readonly Deed[];
}

function replay(editor: Editor, { key, changes, past, future, words }: Replay): Editor {
  const done = tryAll(editor.draft, changes);
  if (done instanceof Refused)
    return { ...editor, past, future: [], said: `This cannot be done. ${done.message}` };
  const unsent = [...editor.unsent, { key, changes }];
  return landed({ ...editor, draft: done, unsent, past, future, said: words });
}

/** Words may be taken back when they are still what the deed left, whatever number they have by now. */
function freshened(
  draft: Draft,
  changes: readonly DiagramChange[],
  opposite: readonly DiagramChange[],
): DiagramChange[] {
  return changes.map((change) => {
    if (change.do !== "rename") return change;
    const left = opposite.find((one) => one.do === "rename" && one.id === change.id);
    const node = draft.nodes.get(change.id);
    const isUntouched = node !== undefined && left?.do === "rename" && node.text === left.text;
    return isUntouched ? { ...change, version: node.version } : change;
  });
}

/** What the server has now, with the keys of what it has taken. What is still unsent is put on top again. */
export function heard(editor: Editor, base: Draft, taken: ReadonlySet<string> = new Set()): Editor {
  const unsent = editor.unsent.filter((one) => !taken.has(one.key));
  const { draft, conflicts, kept } = onTop(base, unsent);
  const said = conflicts.length > 0 ? "Somebody else changed the same words. Both are kept." : editor.said;
  return landed({
    ...editor,
    base,
    // What looks the same is the same, so that nothing is drawn anew for an answer that only says "yes".
    draft: isSameDraft(draft, editor.draft) ? editor.draft : draft,
    unsent: kept,
    conflicts: merged(editor.conflicts, conflicts),
    said,
  });
}

/** A step that no longer fits is left out; words that were meant for it are kept beside the diagram. */
function onTop(
  base: Draft,
  unsent: readonly Unsent[],
): { draft: Draft; conflicts: TextConflict[]; kept: Unsent[] } {
  const conflicts: TextConflict[] = [];
  const kept: Unsent[] = [];
  let draft = base;
  for (const { key, changes } of unsent) {
    const fitting: DiagramChange[] = [];
    for (const change of changes) {
      const done = tryAll(draft, [change]);
      if (!(done instanceof Refused)) {
        draft = done;
        fitting.push(change);
      } else if (change.do === "rename" || change.do === "add") {
        const theirs = draft.nodes.get(change.id)?.text ?? null;
        if (theirs !== change.text) conflicts.push({ id: change.id, yours: change.text, theirs });
      }
    }
    if (fitting.length > 0) kept.push({ key, changes: fitting });
  }
  return { draft, conflicts, kept };
}

function merged(before: readonly TextConflict[], more: readonly TextConflict[]): TextConflict[] {
  return [...before.filter((one) => more.every((other) => other.id !== one.id)), ...more];
}

/** One of the two texts was chosen, or a third written. */
export function settle(editor: Editor, { id, text, key }: { id: string; text: string; key: string }): Editor {
  const conflicts = editor.conflicts.filter((one) => one.id !== id);
  const node = editor.draft.nodes.get(id);
  if (!node || node.text === text) return { ...editor, conflicts };
  const changes: DiagramChange[] = [{ do: "rename", id, text, version: node.version }];
  return act({ ...editor, conflicts }, { changes, words: `Changed to “${text}”`, key });
}

function tryAll(draft: Draft, changes: readonly DiagramChange[]): Draft | Refused {
  try {
    return applyChanges(draft, changes);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

/** The spot is always on a node that is there: else on what stands where it stood. */
function landed(editor: Editor): Editor {
  const { draft, spot } = editor;
  if (draft.nodes.has(spot.id)) {
    const isThere = childrenOf(draft, spot.under).includes(spot.id);
    return isThere
      ? editor
      : { ...editor, spot: { id: spot.id, under: parentsOf(draft, spot.id)[0] ?? root } };
  }
  const parent = draft.nodes.has(spot.under) ? spot.under : root;
  const id = parent === root ? (readingOrder(draft)[0] ?? root) : parent;
  return { ...editor, spot: { id, under: parentsOf(draft, id)[0] ?? root } };
}
