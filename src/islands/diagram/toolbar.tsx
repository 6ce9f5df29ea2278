import { useState, type ReactNode } from "react";
import { commandWords, type CommandName } from "./keys.ts";
import type { Scene, Workshop } from "./workshop.ts";

export interface ToolbarProps {
  readonly workshop: Workshop;
  readonly scene: Scene;
  readonly zoom: number;
  readonly setZoom: (zoom: number) => void;
  readonly fit: () => void;
}

/** What is used most, in sight on every screen. */
const first: readonly (readonly CommandName[])[] = [
  ["below", "beside", "edit"],
  ["undo", "redo"],
];
const others: readonly (readonly CommandName[])[] = [
  ["link", "remove"],
  ["up", "down", "out", "in"],
  ["copy", "paste"],
];

const keysOf: Partial<Record<CommandName, string>> = {
  below: "Tab",
  beside: "Enter",
  edit: "F2",
  remove: "Delete",
  up: "Alt and up arrow",
  down: "Alt and down arrow",
  out: "Alt and left arrow",
  in: "Alt and right arrow",
  undo: "Control and Z",
  redo: "Control and Y",
  copy: "Control and C",
  paste: "Control and V",
};

/** Everything that a key does, as a button; and what has no key. A small screen shows most of it when asked. */
export function Toolbar({ workshop, scene, zoom, setZoom, fit }: ToolbarProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const isFolded = scene.closed.size > 0;
  const more = `tl-editor__group${isOpen ? "" : " tl-editor__group--more"}`;
  const drawn = (groups: typeof first, className: string): ReactNode =>
    groups.map((group) => (
      <div key={group[0]} className={className}>
        {group.map((name) => (
          <Tool
            key={name}
            text={commandWords[name]}
            title={keysOf[name]}
            isOff={isOff(name, scene)}
            run={() => workshop.command(name)}
          />
        ))}
      </div>
    ));
  return (
    <div className="tl-editor__tools" role="toolbar" aria-label="Change the diagram">
      {scene.canEdit ? drawn(first, "tl-editor__group") : null}
      <button
        type="button"
        className="tl-editor__tool tl-editor__more"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        More tools
      </button>
      {scene.canEdit ? drawn(others, more) : null}
      <div className={more}>
        <Tool text={isFolded ? "Unfold all" : "Fold all"} run={() => workshop.foldAll(!isFolded)} />
        <Tool text="Smaller" isOff={zoom <= 0.4} run={() => setZoom(Math.max(0.4, zoom - 0.15))} />
        <Tool text="Larger" isOff={zoom >= 2} run={() => setZoom(Math.min(2, zoom + 0.15))} />
        <Tool text="Fit to width" run={fit} />
      </div>
    </div>
  );
}

function isOff(name: CommandName, { editor }: Scene): boolean {
  if (name === "undo") return editor.past.length === 0;
  if (name === "redo") return editor.future.length === 0;
  return false;
}

interface ToolProps {
  readonly text: string;
  readonly title?: string | undefined;
  readonly isOff?: boolean;
  readonly run: () => void;
}

/** Stays where the focus can find it when there is nothing to do with it. */
function Tool({ text, title, isOff = false, run }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="tl-editor__tool"
      title={title}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : run}
    >
      {text}
    </button>
  );
}
