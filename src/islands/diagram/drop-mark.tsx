import type { ReactNode } from "react";
import type { TreeLayout } from "#ui/diagram/driver-tree-layout.ts";
import { roundBox } from "#ui/diagram/round-box.ts";
import type { DropPlace } from "./drop-place.ts";

/** Shows where the node would go: a line beside a box, or the box itself. */
export function DropMark({ place, layout }: { place: DropPlace; layout: TreeLayout }): ReactNode {
  const box = layout.boxes.find((one) => one.node.id === place.over);
  if (!box) return null;
  if (place.edge === "inside") {
    const frame = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
    return <path className="tl-editor__drop" d={roundBox(frame, 12)} fill="none" />;
  }
  const y = place.edge === "above" ? box.y - 7 : box.y + box.height + 7;
  return <path className="tl-editor__drop" d={`M${box.x} ${y}h${box.width}`} />;
}
