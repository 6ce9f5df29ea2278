import type { NodeKind } from "#ui/diagram/graph.ts";
import type { KindWords } from "#ui/diagram/kind-words.ts";
import { copyBranch, paste, type Spot } from "./commands.ts";
import { doCommand, type Wish } from "./do-command.ts";
import {
  draftFromData,
  isSameKnown,
  knownFromData,
  type DiagramData,
  type Growing,
  type Known,
} from "./diagram-data.ts";
import { readingOrder, root, type Draft } from "./draft.ts";
import { act, beginEditor, heard, redo, settle, undo, type Act, type Editor } from "./editor.ts";
import { Keeper } from "./keeper.ts";
import type { CommandName } from "./keys.ts";
import { countPasted, readOutline } from "./read-outline.ts";
import { fetchDiagram, sendChanges, type Answer } from "./send-changes.ts";

export type DiagramWords = Readonly<Record<NodeKind, KindWords>>;
export type Saving = "saved" | "saving" | "waiting" | "signed-out";

/** All that the page shows at one moment. */
export interface Scene {
  readonly editor: Editor;
  readonly known: Known;
  readonly version: number;
  readonly canEdit: boolean;
  readonly closed: ReadonlySet<string>;
  /** The words that are being written: of a node that is there, or of one that grows. */
  readonly writing: {
    readonly id: string;
    readonly text: string;
    readonly version: number;
    readonly growing: Growing | null;
  } | null;
  readonly panel: "link" | "paste" | null;
  readonly saving: Saving;
  /** Words that look like a patient's, held back until somebody says that they are not. */
  readonly doubt: { readonly found: string; readonly text: string } | null;
}

const waits = { first: 1_000, most: 30_000 };

/** The editor at work: does what is asked at once, sends it, and hears what others do. */
export class Workshop {
  readonly planId: string;
  /** What the entries are called in this plan. */
  readonly words: DiagramWords;
  /** What the plan calls such a picture. */
  readonly label: string;
  scene: Scene;
  readonly #keeper: Keeper;
  readonly #listeners = new Set<() => void>();
  #sending = false;
  #sure = new Set<string>();
  #wait = waits.first;

  constructor(planId: string, data: DiagramData, words: DiagramWords, label = "Driver diagram") {
    this.planId = planId;
    this.words = words;
    this.label = label;
    this.#keeper = new Keeper(planId);
    const begun = beginEditor(draftFromData(data));
    const editor = data.canEdit ? heard({ ...begun, unsent: this.#keeper.kept() }, begun.base) : begun;
    this.scene = {
      editor,
      known: knownFromData(data),
      version: data.version,
      canEdit: data.canEdit,
      closed: new Set(),
      writing: null,
      panel: null,
      saving: "saved",
      doubt: null,
    };
    void this.#send();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  current = (): Scene => this.scene;

  get draft(): Draft {
    return this.scene.editor.draft;
  }

  select(spot: Spot): void {
    this.#set({ editor: { ...this.scene.editor, spot } });
  }

  say(said: string): void {
    this.#set({ editor: { ...this.scene.editor, said } });
  }

  /** Opens or shuts a node that has something under it. */
  fold(id: string): void {
    const closed = new Set(this.scene.closed);
    if (!closed.delete(id)) closed.add(id);
    this.#set({ closed });
    this.say(closed.has(id) ? "Folded" : "Unfolded");
  }

  foldAll(isClosed: boolean): void {
    const drivers = [...this.draft.nodes.values()].filter((node) => node.kind === "primary");
    this.#set({ closed: new Set(isClosed ? drivers.map((node) => node.id) : []) });
    this.say(isClosed ? "All drivers are folded" : "Everything is unfolded");
  }

  command(name: CommandName): void {
    const { editor, canEdit } = this.scene;
    if (!canEdit && name !== "fold" && name !== "copy") return;
    this.#grant(doCommand(name, editor.draft, editor.spot));
  }

  #grant(wish: Wish): void {
    switch (wish.wish) {
      case "act":
        return this.act(wish.changes, wish.words, wish.spot);
      case "grow":
        return this.write({ ...wish.sprout, id: crypto.randomUUID() });
      case "write":
        return this.write(null);
      case "panel":
        return this.#set({ panel: wish.panel });
      case "fold":
        return this.fold(this.scene.editor.spot.id);
      case "copy":
        return void this.#copy(wish.isCut);
      case "undo":
        return this.#changed(undo(this.scene.editor, crypto.randomUUID()));
      case "redo":
        return this.#changed(redo(this.scene.editor, crypto.randomUUID()));
      case "say":
        return this.say(wish.words);
    }
  }

  act(changes: Act["changes"], words: string, spot?: Spot): void {
    this.#changed(
      act(this.scene.editor, { changes, words, key: crypto.randomUUID(), ...(spot && { spot }) }),
    );
  }

  /** Begins to write: a node that grows, or the one that is looked at. */
  write(growing: Growing | null): void {
    if (!this.scene.canEdit) return;
    const { draft, spot } = this.scene.editor;
    const node = draft.nodes.get(spot.id);
    if (growing) {
      const closed = new Set(this.scene.closed);
      closed.delete(growing.under);
      return this.#set({ writing: { id: growing.id, text: "", version: 0, growing }, closed });
    }
    if (node) this.#set({ writing: { id: node.id, text: node.text, version: node.version, growing: null } });
  }

  /** The words are done. Returns whether anything was written. */
  written(text: string): boolean {
    const { writing, editor } = this.scene;
    this.#set({ writing: null });
    const words = text.replaceAll(/\s+/g, " ").trim();
    if (!writing || words === "") return false;
    if (writing.growing) {
      const { id, kind, under, after } = writing.growing;
      this.act([{ do: "add", id, kind, text: words, under, after }], `Added “${words}”`, { id, under });
    } else if (words !== editor.draft.nodes.get(writing.id)?.text) {
      this.#rename(writing.id, words, writing.version);
    }
    return true;
  }

  /** Words that were read at another version than is there now meet it in a conflict, as on the server. */
  #rename(id: string, text: string, version: number): void {
    const { editor } = this.scene;
    const node = editor.draft.nodes.get(id);
    if (node?.version === version)
      return this.act([{ do: "rename", id, text, version }], `Changed to “${text}”`);
    const conflict = { id, yours: text, theirs: node?.text ?? null };
    const said = "Somebody else changed the same words. Both are kept.";
    this.#changed({ ...editor, conflicts: [...editor.conflicts, conflict], said });
  }

  stopWriting(): void {
    this.#set({ writing: null });
  }

  closePanel(): void {
    this.#set({ panel: null });
  }

  pasteText(text: string): void {
    const nodes = readOutline(text);
    const count = countPasted(nodes);
    this.#set({ panel: null });
    if (count === 0) return this.say("There is nothing to paste.");
    const under = this.scene.editor.spot.id;
    const changes = paste(this.draft, under, { nodes, newId: () => crypto.randomUUID() });
    this.act(changes, `Pasted ${count} ${count === 1 ? "entry" : "entries"}`);
  }

  async #copy(isCut: boolean): Promise<void> {
    const { draft, spot } = this.scene.editor;
    const text = copyBranch(draft, spot.id);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return this.say("This browser does not let a page copy. Take the outline from the page instead.");
    }
    if (!isCut) return this.say(`Copied “${draft.nodes.get(spot.id)?.text ?? ""}” and what is under it`);
    this.command("remove");
  }

  settle(id: string, text: string | null): void {
    const { editor } = this.scene;
    if (text === null)
      return this.#changed({ ...editor, conflicts: editor.conflicts.filter((one) => one.id !== id) });
    if (editor.draft.nodes.has(id))
      return this.#changed(settle(editor, { id, text, key: crypto.randomUUID() }));
    this.#changed({ ...editor, conflicts: editor.conflicts.filter((one) => one.id !== id) });
    const under = readingOrder(editor.draft)[0] ?? root;
    this.act(
      [{ do: "add", id: crypto.randomUUID(), kind: "idea", text, under, after: "" }],
      `Added “${text}”`,
    );
  }

  /** The words that looked like a patient's are none; or they are taken back. */
  resolveDoubt(isNone: boolean): void {
    const first = this.scene.editor.unsent[0];
    this.#set({ doubt: null });
    if (!first) return;
    if (isNone) this.#sure.add(first.key);
    else this.#changed(undo(this.#withoutFirst(first.key), crypto.randomUUID()));
    void this.#send();
  }

  #withoutFirst(key: string): Editor {
    const { editor } = this.scene;
    return heard({ ...editor, past: [] }, editor.base, new Set([key]));
  }

  async refresh(): Promise<void> {
    const data = await fetchDiagram(this.planId);
    if (data && data.version !== this.scene.version) this.#hear(data);
  }

  #hear(data: DiagramData, taken?: ReadonlySet<string>): void {
    if (data.version < this.scene.version) return;
    const known = isSameKnown(this.scene.known, data) ? this.scene.known : knownFromData(data);
    this.#set({ known, version: data.version, canEdit: data.canEdit });
    this.#changed(heard(this.scene.editor, draftFromData(data), taken));
  }

  #changed(editor: Editor): void {
    this.#keeper.keep(editor.unsent);
    this.#set({ editor });
    void this.#send();
  }

  #set(some: Partial<Scene>): void {
    this.scene = { ...this.scene, ...some };
    for (const listener of this.#listeners) listener();
  }

  /** One act after another, in the order in which they were done. */
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const next = this.scene.editor.unsent[0];
        if (!next || this.scene.doubt) break;
        this.#set({ saving: "saving" });
        if (!this.#took(next.key, await sendChanges(this.planId, next, this.#sure.has(next.key)))) return;
      }
      this.#set({ saving: this.scene.editor.unsent.length > 0 ? "waiting" : "saved" });
    } finally {
      this.#sending = false;
    }
  }

  /** False when it is not to go on at once. */
  #took(key: string, answer: Answer): boolean {
    if (answer.kind !== "unreachable") this.#wait = waits.first;
    switch (answer.kind) {
      case "taken":
        this.#hear(answer.data, new Set([key]));
        return true;
      case "conflict":
        this.#hear(answer.data);
        return true;
      case "refused":
        this.#drop(key, answer);
        return true;
      case "new-key":
        this.#renew(key);
        return true;
      case "patient-data":
        this.#set({ doubt: { found: answer.found, text: answer.text }, saving: "waiting" });
        return false;
      case "signed-out":
        this.#set({ saving: "signed-out" });
        return false;
      case "unreachable":
        this.#set({ saving: "waiting" });
        setTimeout(() => void this.#send(), this.#wait);
        this.#wait = Math.min(this.#wait * 2, waits.most);
        return false;
    }
  }

  #drop(key: string, { problem, data }: { problem: string; data: DiagramData | null }): void {
    const { editor } = this.scene;
    const base = data ? draftFromData(data) : editor.base;
    this.#set({ editor: { ...heard(editor, base, new Set([key])), said: `This was not saved. ${problem}` } });
    this.#keeper.keep(this.scene.editor.unsent);
  }

  #renew(key: string): void {
    const { editor } = this.scene;
    const unsent = editor.unsent.map((one) => (one.key === key ? { ...one, key: crypto.randomUUID() } : one));
    this.#set({ editor: { ...editor, unsent } });
  }
}
