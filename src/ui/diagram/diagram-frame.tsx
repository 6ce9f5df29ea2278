import type { ReactNode } from "react";
import { classNames } from "../nhs/class-names.ts";

export type DiagramFrameProps = {
  /** What the picture in it is called. */
  readonly label: string;
  readonly classes?: string;
  readonly children: ReactNode;
};

/** Holds a diagram at a size that can be read, and scrolls where there is less room: by the arrow keys, too. */
export function DiagramFrame({ label, classes, children }: DiagramFrameProps): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls takes the focus
    <div className={classNames("tl-diagram-frame", classes)} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
