import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";
import { ColumnHeading, Links } from "#ui/diagram/driver-tree.tsx";
import type { TreeLayout } from "#ui/diagram/driver-tree-layout.ts";
import { typeface } from "#ui/chart/palette.ts";
import { moveUnder, type Spot } from "./commands.ts";
import { childrenOf, type Draft } from "./draft.ts";
import { dropPlace, dropRefused, type DropPlace } from "./drop-place.ts";
import { DropMark } from "./drop-mark.tsx";
import { pressed } from "./keys.ts";
import { levelsOf } from "./levels.ts";
import { spokenNode } from "./spoken.ts";
import { itemId, TreeItem } from "./tree-item.tsx";
import { spotOf, walk } from "./walk.ts";
import { WordsBox } from "./words-box.tsx";
import type { DiagramWords, Scene, Workshop } from "./workshop.ts";

export interface TreeCanvasProps {
  readonly workshop: Workshop;
  readonly scene: Scene;
  readonly layout: TreeLayout;
  readonly zoom: number;
}

/** Dragging begins only after the pointer has moved this far, so that a click stays a click. */
const slack = 6;

export function TreeCanvas({ workshop, scene, layout, zoom }: TreeCanvasProps): ReactNode {
  const svg = useRef<SVGSVGElement>(null);
  const leaving = useRef(false);
  const drag = useDrag(workshop, scene, layout, zoom);
  useFocus(svg, scene);
  useStillUnderFinger(svg, scene.canEdit);
  const onKeyDown = (event: KeyboardEvent): void => {
    const wanted = pressed(event);
    if (!wanted || (event.key === "Tab" && leaving.current)) return;
    if ("leave" in wanted) {
      leaving.current = true;
      drag.cancel();
      return workshop.say("Press Tab to leave the diagram.");
    }
    event.preventDefault();
    if ("go" in wanted) workshop.select(walk(scene.editor.draft, layout, scene.editor.spot, wanted.go));
    else workshop.command(wanted.command);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    leaving.current = false;
    const id = target instanceof SVGElement ? target.dataset["node"] : undefined;
    const { draft, spot } = workshop.scene.editor;
    if (id && id !== spot.id && draft.nodes.has(id)) workshop.select(spotOf(draft, id));
  };
  const { writing, known, closed } = scene;
  const { draft, spot } = scene.editor;
  const { dragged } = drag;
  // Not drawn anew for what is only said or saved.
  const items = useMemo(
    () => <Items shown={{ words: workshop.words, draft, spot, known, closed, layout, dragged }} />,
    [workshop, draft, spot, known, closed, layout, dragged],
  );
  const box = writing ? layout.boxes.find((one) => one.node.id === writing.id) : undefined;
  return (
    <div className="tl-editor__sheet">
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items have the focus, one at a time */}
      <svg
        ref={svg}
        role="tree"
        aria-label={workshop.label}
        aria-describedby="diagram-keys"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        width={layout.width * zoom}
        height={layout.height * zoom}
        fontFamily={typeface}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onDoubleClick={() => workshop.command("edit")}
        {...drag.handlers}
      >
        <g aria-hidden="true">
          {layout.columns.map((column) => (
            <ColumnHeading key={column.x} column={column} />
          ))}
          <Links links={layout.links} />
        </g>
        {items}
        {drag.place ? <DropMark place={drag.place} layout={layout} /> : null}
      </svg>
      {writing && box ? (
        <WordsBox key={writing.id} workshop={workshop} writing={writing} box={box} zoom={zoom} />
      ) : null}
    </div>
  );
}

interface Shown extends Pick<Scene, "known" | "closed"> {
  readonly words: DiagramWords;
  readonly draft: Draft;
  readonly spot: Spot;
  readonly layout: TreeLayout;
  readonly dragged: string | null;
}

function Items({
  shown: { words, draft, spot, known, closed, layout, dragged },
}: {
  shown: Shown;
}): ReactNode {
  const levels = levelsOf(draft);
  return layout.boxes
    .filter((box) => draft.nodes.has(box.node.id))
    .map((box) => {
      const { id } = box.node;
      const at = id === spot.id ? spot : spotOf(draft, id);
      const siblings = childrenOf(draft, at.under);
      const more = { ...known.get(id), ...(box.hidden !== null && { hidden: box.hidden }) };
      return (
        <TreeItem
          key={id}
          box={box}
          isSelected={id === spot.id}
          isDragged={id === dragged}
          label={spokenNode(draft, at, more, words)}
          level={levels.get(id) ?? 1}
          place={siblings.indexOf(id) + 1}
          of={siblings.length}
          isOpen={childrenOf(draft, id).length === 0 ? undefined : !closed.has(id)}
        />
      );
    });
}

/** After a change the focus follows what is looked at, if it was in the diagram before. */
function useFocus(svg: { current: SVGSVGElement | null }, { editor, writing, panel }: Scene): void {
  const held = useRef(false);
  useEffect(() => {
    const isHere = svg.current?.contains(document.activeElement) ?? false;
    if (isHere || writing !== null || panel !== null) held.current = true;
    if (writing !== null || panel !== null) return;
    const isLost = document.activeElement === document.body;
    if (!isHere && !(held.current && isLost)) return;
    const item = document.getElementById(itemId(editor.spot.id));
    if (item && item !== document.activeElement) item.focus();
    item?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [svg, editor.spot, writing, panel]);
}

/** What is chosen is dragged by a finger; from all around it the page scrolls. React cannot hold a scroll back. */
function useStillUnderFinger(svg: { current: SVGSVGElement | null }, canEdit: boolean): void {
  useEffect(() => {
    const sheet = svg.current;
    const onTouchMove = (event: TouchEvent): void => {
      const isChosen = event.target instanceof Element && event.target.closest("[aria-selected=true]");
      if (canEdit && isChosen && event.touches.length === 1) event.preventDefault();
    };
    sheet?.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => sheet?.removeEventListener("touchmove", onTouchMove);
  }, [svg, canEdit]);
}

interface Drag {
  readonly dragged: string | null;
  readonly place: DropPlace | null;
  readonly handlers: Record<string, (event: PointerEvent<SVGSVGElement>) => void>;
  cancel(): void;
}

interface Held {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly isMoving: boolean;
  readonly place: DropPlace | null;
}

/** A finger drags what it has chosen before, and scrolls from everywhere else. */
function useDrag(workshop: Workshop, scene: Scene, layout: TreeLayout, zoom: number): Drag {
  const [held, setHeld] = useState<Held | null>(null);
  const { draft } = scene.editor;
  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    const id = nodeAt(event);
    if (!id || !draft.nodes.has(id)) return;
    const isScrolling = event.pointerType === "touch" && id !== scene.editor.spot.id;
    workshop.select(spotOf(draft, id));
    event.currentTarget.ownerDocument.getElementById(itemId(id))?.focus();
    if (isScrolling || !scene.canEdit || event.button !== 0) return;
    setHeld({ id, x: event.clientX, y: event.clientY, isMoving: false, place: null });
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    if (!held) return;
    const isMoving = held.isMoving || Math.hypot(event.clientX - held.x, event.clientY - held.y) > slack;
    if (!isMoving) return;
    if (!held.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ ...held, isMoving, place: dropPlace(draft, layout, pointOf(event, held.id, zoom)) });
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>): void => {
    setHeld(null);
    if (held?.place) return drop(workshop, draft, held.id, held.place);
    const why = held?.isMoving && dropRefused(draft, layout, pointOf(event, held.id, zoom));
    if (why) workshop.say(why);
  };
  const cancel = (): void => setHeld(null);
  return {
    dragged: held?.isMoving ? held.id : null,
    place: held?.place ?? null,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel },
    cancel,
  };
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent, dragged: string, zoom: number) {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom, dragged };
}

function drop(workshop: Workshop, draft: Draft, id: string, { under, after }: DropPlace): void {
  const from = spotOf(draft, id);
  const words = `Moved “${draft.nodes.get(id)?.text ?? ""}” under “${draft.nodes.get(under)?.text ?? ""}”`;
  workshop.act(moveUnder(draft, from, { under, after }), words, { id, under });
}

function nodeAt({ target }: PointerEvent): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>("[data-node]")?.dataset["node"] : undefined;
}
