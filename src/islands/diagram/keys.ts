/** What can be done by a key or a button; the words are those of the button. */
export const commandWords = {
  below: "Add below",
  beside: "Add beside",
  edit: "Edit words",
  up: "Move up",
  down: "Move down",
  out: "Move out",
  in: "Move in",
  link: "Link to another driver",
  remove: "Remove",
  fold: "Fold or unfold",
  copy: "Copy",
  cut: "Cut",
  paste: "Paste",
  undo: "Undo",
  redo: "Do again",
} as const;

export type CommandName = keyof typeof commandWords;
export type Way = "left" | "right" | "up" | "down" | "first" | "last";

export type Pressed =
  | { readonly command: CommandName }
  | { readonly go: Way }
  /** Tab leaves the diagram from now on. */
  | { readonly leave: true };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const plain: Readonly<Record<string, Pressed>> = {
  Enter: { command: "beside" },
  Tab: { command: "below" },
  Insert: { command: "below" },
  F2: { command: "edit" },
  " ": { command: "fold" },
  Delete: { command: "remove" },
  Backspace: { command: "remove" },
  Escape: { leave: true },
  ArrowLeft: { go: "left" },
  ArrowRight: { go: "right" },
  ArrowUp: { go: "up" },
  ArrowDown: { go: "down" },
  Home: { go: "first" },
  End: { go: "last" },
};

const withAlt: Readonly<Record<string, Pressed>> = {
  ArrowUp: { command: "up" },
  ArrowDown: { command: "down" },
  ArrowLeft: { command: "out" },
  ArrowRight: { command: "in" },
};

const withControl: Readonly<Record<string, Pressed>> = {
  z: { command: "undo" },
  y: { command: "redo" },
  c: { command: "copy" },
  x: { command: "cut" },
};

/** What a key asks for while a node has the focus; undefined leaves it to the browser. */
export function pressed({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): Pressed | undefined {
  const control = ctrlKey || metaKey;
  if (control && altKey) return undefined;
  if (control)
    return shiftKey && key.toLowerCase() === "z" ? { command: "redo" } : withControl[key.toLowerCase()];
  if (altKey) return withAlt[key];
  return shiftKey ? undefined : plain[key];
}
