import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { PlacedBox } from "#ui/diagram/driver-tree-layout.ts";
import { findPatientData } from "#ui/patient-data.ts";
import { longestText } from "./apply-change.ts";
import type { Scene, Workshop } from "./workshop.ts";

export interface WordsBoxProps {
  readonly workshop: Workshop;
  readonly writing: NonNullable<Scene["writing"]>;
  readonly box: PlacedBox;
  readonly zoom: number;
}

/**
 * Where words are written, on the node that they belong to. Enter goes on to the next beside it while nodes are
 * being added, Tab to the first under it; without words the row of additions ends.
 */
export function WordsBox({ workshop, writing, box, zoom }: WordsBoxProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  const [text, setText] = useState(writing.text);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    field.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const finish = (): boolean => {
    if (isOver.current) return false;
    isOver.current = true;
    return workshop.written(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      isOver.current = true;
      return workshop.stopWriting();
    }
    const isTab = event.key === "Tab" && !event.shiftKey;
    if (event.key !== "Enter" && !isTab) return;
    event.preventDefault();
    const isWritten = finish();
    if (isWritten && isTab) workshop.command("below");
    else if (isWritten && writing.growing && writing.growing.kind !== "aim") workshop.command("beside");
  };
  const found = findPatientData(text);
  const kind = workshop.words[box.node.kind].one;
  return (
    <div className="tl-editor__words" ref={(place) => setPlace(place, box, zoom)}>
      <textarea
        ref={field}
        className="nhsuk-textarea"
        aria-label={writing.growing ? `New ${kind.toLowerCase()}` : `Words of the ${kind.toLowerCase()}`}
        aria-describedby={found ? "diagram-patient-data" : undefined}
        placeholder={kind}
        maxLength={longestText}
        rows={Math.max(2, box.lines.length + 1)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      {found ? (
        <p className="tl-editor__warning" id="diagram-patient-data" role="status">
          This holds what looks like {found}. Take it out if it is about a patient.
        </p>
      ) : null}
    </div>
  );
}

/** Set by script and not in the markup, where the page's policy allows no style. */
function setPlace(place: HTMLElement | null, box: PlacedBox, zoom: number): void {
  if (!place) return;
  place.style.left = `${(box.x - 2) * zoom}px`;
  place.style.top = `${(box.y - 2) * zoom}px`;
  place.style.width = `${Math.max(180, (box.width + 4) * zoom)}px`;
}
