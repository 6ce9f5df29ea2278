import type { ReactNode } from "react";

export type ConflictingText = {
  readonly name: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
};

export type ConflictPanelProps = {
  readonly heading?: string;
  readonly fields: readonly ConflictingText[];
  /** Who changed it and when, such as "Priya Shah, today at 2:15pm". */
  readonly changedBy?: ReactNode;
  readonly id?: string;
};

function Side({ title, text }: { readonly title: string; readonly text: string }): ReactNode {
  return (
    <div>
      <h4 className="nhsuk-heading-xs">{title}</h4>
      <div className="tl-conflict__text">{text || <span className="tl-quiet">Nothing</span>}</div>
    </div>
  );
}

/** Two people changed the same thing: both texts stand side by side, and neither is lost. */
export function ConflictPanel(props: ConflictPanelProps): ReactNode {
  const {
    heading = "Somebody else changed this while you were writing",
    fields,
    changedBy,
    id = "conflict",
  } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- as with an error summary, what went otherwise is read first
    <section className="tl-conflict" id={id} aria-labelledby={`${id}-title`} tabIndex={-1} autoFocus>
      <h2 className="nhsuk-heading-m" id={`${id}-title`}>
        {heading}
      </h2>
      {changedBy && <p>Changed by {changedBy}.</p>}
      <p>
        Nothing is lost. Your text is still in the form below: take over what you need from the other, then
        save.
      </p>
      {fields.map(({ name, label, yours, theirs }) => (
        <div className="tl-conflict__field" key={name}>
          <h3 className="nhsuk-heading-s">{label}</h3>
          <div className="tl-conflict__sides">
            <Side title="What you wrote" text={yours} />
            <Side title="What is there now" text={theirs} />
          </div>
        </div>
      ))}
    </section>
  );
}
