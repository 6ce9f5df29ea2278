import { useEffect, useRef, useState, type ReactNode } from "react";
import { linkUnder, possibleParents } from "./commands.ts";
import type { TextConflict } from "./editor.ts";
import type { Scene, Workshop } from "./workshop.ts";

type PanelProps = { readonly workshop: Workshop; readonly scene: Scene };

export function Panels({ workshop, scene }: PanelProps): ReactNode {
  return (
    <>
      {scene.panel === "link" ? <LinkPanel workshop={workshop} scene={scene} /> : null}
      {scene.panel === "paste" ? <PastePanel workshop={workshop} scene={scene} /> : null}
      {scene.doubt ? <DoubtPanel workshop={workshop} doubt={scene.doubt} /> : null}
      {scene.editor.conflicts.map((conflict) => (
        <ConflictPanel key={conflict.id} workshop={workshop} conflict={conflict} />
      ))}
    </>
  );
}

function LinkPanel({ workshop, scene }: PanelProps): ReactNode {
  const { draft, spot } = scene.editor;
  const parents = possibleParents(draft, spot.id);
  const select = useRef<HTMLSelectElement>(null);
  const [under, setUnder] = useState(parents[0] ?? "");
  useEffect(() => select.current?.focus(), []);
  const node = draft.nodes.get(spot.id);
  const link = (): void => {
    workshop.closePanel();
    const words = `“${node?.text ?? ""}” now stands under “${draft.nodes.get(under)?.text ?? ""}” as well`;
    if (under) workshop.act(linkUnder(draft, spot.id, under), words);
  };
  return (
    <Panel title={`Under what else does “${node?.text ?? ""}” stand?`} workshop={workshop}>
      {parents.length === 0 ? (
        <p>There is nothing else that it could stand under.</p>
      ) : (
        <>
          <label className="nhsuk-label" htmlFor="diagram-link">
            Another driver that it serves
          </label>
          <select
            ref={select}
            id="diagram-link"
            className="nhsuk-select"
            value={under}
            onChange={(event) => setUnder(event.target.value)}
          >
            {parents.map((id) => (
              <option key={id} value={id}>
                {`${workshop.words[draft.nodes.get(id)!.kind].one}: ${draft.nodes.get(id)!.text}`}
              </option>
            ))}
          </select>
          <button type="button" className="nhsuk-button nhsuk-button--small" onClick={link}>
            Link
          </button>
        </>
      )}
    </Panel>
  );
}

function PastePanel({ workshop, scene }: PanelProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  useEffect(() => field.current?.focus(), []);
  const node = scene.editor.draft.nodes.get(scene.editor.spot.id);
  return (
    <Panel title={`Paste under “${node?.text ?? ""}”`} workshop={workshop}>
      <label className="nhsuk-label" htmlFor="diagram-paste">
        Indented text, or columns from Excel
      </label>
      <textarea
        ref={field}
        id="diagram-paste"
        className="nhsuk-textarea"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        onClick={() => workshop.pasteText(text)}
      >
        Add these
      </button>
    </Panel>
  );
}

function DoubtPanel({
  workshop,
  doubt,
}: {
  workshop: Workshop;
  doubt: NonNullable<Scene["doubt"]>;
}): ReactNode {
  return (
    <section className="tl-editor__panel" aria-label="Patient data" role="alert">
      <p>
        “{doubt.text}” holds what looks like {doubt.found}, so it is not saved yet. No patient’s data belongs
        here.
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        onClick={() => workshop.resolveDoubt(false)}
      >
        Take it out
      </button>{" "}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => workshop.resolveDoubt(true)}
      >
        It is not about a patient: save it
      </button>
    </section>
  );
}

/** Both texts stand side by side until somebody chooses: neither is lost. */
function ConflictPanel({ workshop, conflict }: { workshop: Workshop; conflict: TextConflict }): ReactNode {
  const { id, yours, theirs } = conflict;
  return (
    <section
      className="tl-conflict tl-editor__conflict"
      role="alert"
      aria-label="Two people wrote the same words"
    >
      <p>
        <strong>
          {theirs === null
            ? "Somebody removed this while you were writing. Your words are kept here."
            : "Somebody else changed the same words while you were writing. Both are kept."}
        </strong>
      </p>
      <div className="tl-conflict__sides">
        <div>
          <h4 className="nhsuk-heading-xs">What you wrote</h4>
          <div className="tl-conflict__text">{yours}</div>
        </div>
        {theirs === null ? null : (
          <div>
            <h4 className="nhsuk-heading-xs">What is there now</h4>
            <div className="tl-conflict__text">{theirs}</div>
          </div>
        )}
      </div>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small"
        onClick={() => workshop.settle(id, yours)}
      >
        {theirs === null ? "Put it under the aim" : "Use mine"}
      </button>{" "}
      {theirs === null ? null : (
        <>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => workshop.settle(id, `${theirs}; ${yours}`)}
          >
            Keep both in one
          </button>{" "}
        </>
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => workshop.settle(id, null)}
      >
        {theirs === null ? "I do not need it" : "Use theirs"}
      </button>
    </section>
  );
}

function Panel({
  title,
  workshop,
  children,
}: {
  title: string;
  workshop: Workshop;
  children: ReactNode;
}): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from wherever it is in it
    <section
      className="tl-editor__panel"
      aria-label={title}
      onKeyDown={(event) => event.key === "Escape" && workshop.closePanel()}
    >
      <h3 className="nhsuk-heading-s">{title}</h3>
      {children}{" "}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => workshop.closePanel()}
      >
        Cancel
      </button>
    </section>
  );
}
