import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { layOutTree } from "#ui/diagram/driver-tree-layout.ts";
import { drawnNodes } from "./diagram-data.ts";
import { Panels } from "./panels.tsx";
import { Toolbar } from "./toolbar.tsx";
import { TreeCanvas } from "./tree-canvas.tsx";
import type { Saving, Scene, Workshop } from "./workshop.ts";

const savingWords: Readonly<Record<Saving, string>> = {
  saved: "All changes are saved.",
  saving: "Saving…",
  waiting: "Not saved yet. Your changes are kept in this browser and sent as soon as they can be.",
  "signed-out":
    "You are signed out. Your changes are kept in this browser: sign in again in another tab, then change something here.",
};

export function DiagramEditor({ workshop }: { workshop: Workshop }): ReactNode {
  const scene = useSyncExternalStore(workshop.subscribe, workshop.current);
  const { editor, known, closed, writing } = scene;
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const growing = writing?.growing ?? null;
  const layout = useMemo(
    () => layOutTree(drawnNodes(editor.draft, known, growing), { closed, words: workshop.words }),
    [workshop, editor.draft, known, growing, closed],
  );
  const fit = (smallest: number): void => {
    const width = frame.current?.clientWidth ?? layout.width;
    setZoom(Math.max(smallest, Math.min(1.25, (width - 4) / layout.width)));
  };
  // Only once: later on the zoom is the person's. On a phone it begins large enough to be read, and is moved about in.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => fit(frame.current && frame.current.clientWidth < 640 ? 0.8 : 0.4), []);
  usePaste(workshop, scene);
  return (
    <div className="tl-editor">
      <Toolbar workshop={workshop} scene={scene} zoom={zoom} setZoom={setZoom} fit={() => fit(0.4)} />
      <Panels workshop={workshop} scene={scene} />
      <div className="tl-editor__frame" ref={frame}>
        {layout.boxes.length === 0 ? <Empty workshop={workshop} /> : null}
        <TreeCanvas workshop={workshop} scene={scene} layout={layout} zoom={zoom} />
      </div>
      <Looked workshop={workshop} scene={scene} />
      <p className="tl-editor__saving" role="status">
        {scene.canEdit ? savingWords[scene.saving] : "You can look at this diagram; its team can change it."}
      </p>
      <p className="nhsuk-u-visually-hidden" aria-live="polite" id="diagram-said">
        {editor.said}
      </p>
      <p className="tl-editor__said" aria-hidden="true">
        {editor.said}
      </p>
    </div>
  );
}

/** The way from the entry that is looked at to all that is known of it. */
function Looked({ workshop, scene: { editor } }: { workshop: Workshop; scene: Scene }): ReactNode {
  const node = editor.base.nodes.get(editor.spot.id);
  if (!node) return null;
  return (
    <p className="tl-editor__looked">
      <a href={`/plans/${workshop.planId}/diagram/nodes/${node.id}`}>
        Measures, tests and more of “{node.text}”
      </a>
    </p>
  );
}

function Empty({ workshop }: { workshop: Workshop }): ReactNode {
  return (
    <button type="button" className="nhsuk-button" onClick={() => workshop.command("below")}>
      Write the aim
    </button>
  );
}

/** Control and V puts what was copied under the node that has the focus. */
function usePaste(workshop: Workshop, { canEdit, writing }: Scene): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const isHere = document.activeElement?.closest("[role=tree]");
      if (!isHere || !canEdit || writing) return;
      event.preventDefault();
      workshop.pasteText(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [workshop, canEdit, writing]);
}
