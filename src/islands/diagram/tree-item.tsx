import { memo, type ReactNode } from "react";
import type { PlacedBox } from "#ui/diagram/driver-tree-layout.ts";
import { NodeBox } from "#ui/diagram/node-box.tsx";
import { roundBox } from "#ui/diagram/round-box.ts";

export interface TreeItemProps {
  readonly box: PlacedBox;
  readonly isSelected: boolean;
  readonly isDragged: boolean;
  readonly label: string;
  readonly level: number;
  readonly place: number;
  readonly of: number;
  readonly isOpen: boolean | undefined;
}

/** One node as an item of a tree: drawn as on the server, and said with its place. */
export const TreeItem = memo(
  function TreeItem({
    box,
    isSelected,
    isDragged,
    label,
    level,
    place,
    of,
    isOpen,
  }: TreeItemProps): ReactNode {
    return (
      <g
        role="treeitem"
        id={itemId(box.node.id)}
        data-node={box.node.id}
        transform={`translate(${box.x} ${box.y})`}
        className={isDragged ? "tl-editor__item tl-editor__item--dragged" : "tl-editor__item"}
        tabIndex={isSelected ? 0 : -1}
        aria-label={label}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={of}
        aria-selected={isSelected}
        aria-expanded={isOpen}
      >
        <g aria-hidden="true">
          <BoxInItsPlace box={box} />
        </g>
        {isSelected ? <path className="tl-editor__ring" d={roundBox(around(box), 10)} fill="none" /> : null}
      </g>
    );
  },
  (before, after) =>
    before.isSelected === after.isSelected &&
    before.isDragged === after.isDragged &&
    before.label === after.label &&
    before.level === after.level &&
    before.place === after.place &&
    before.of === after.of &&
    before.isOpen === after.isOpen &&
    before.box.x === after.box.x &&
    before.box.y === after.box.y &&
    isSameBox(before.box, after.box),
);

/** A new node moves half of the others: then only their places are written anew, and not what is in them. */
const BoxInItsPlace = memo(
  ({ box }: { box: PlacedBox }): ReactNode => <NodeBox box={{ ...box, x: 0, y: 0 }} />,
  (before, after) => isSameBox(before.box, after.box),
);

export function itemId(node: string): string {
  return `node-${node}`;
}

function around({ width, height }: PlacedBox) {
  return { x: -4, y: -4, width: width + 8, height: height + 8 };
}

function isSameBox(a: PlacedBox, b: PlacedBox): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.hidden === b.hidden &&
    a.node.kind === b.node.kind &&
    a.node.text === b.node.text &&
    a.node.tests === b.node.tests &&
    a.node.measures === b.node.measures &&
    a.node.signal?.kind === b.node.signal?.kind
  );
}
