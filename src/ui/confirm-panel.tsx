import type { ReactNode } from "react";
import { Button } from "./nhs/button.tsx";

export type ConfirmPanelProps = {
  /** The question, which is the h1 of its page, such as "Delete this plan?" */
  readonly heading: ReactNode;
  /** What will happen, and what cannot be undone. */
  readonly children: ReactNode;
  readonly action: string;
  /** What the button does, such as "Delete this plan". */
  readonly confirmText: string;
  readonly cancelHref: string;
  readonly cancelText?: string;
  /** Fields sent along, such as a version. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** Something is lost by it. */
  readonly isDestructive?: boolean;
};

/** The last question before something that matters. */
export function ConfirmPanel(props: ConfirmPanelProps): ReactNode {
  const { heading, children, action, confirmText, cancelHref, cancelText = "Cancel", hidden = {} } = props;
  return (
    <div className="tl-confirm">
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {children}
      <form method="post" action={action} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
        <div className="nhsuk-button-group">
          <Button
            text={confirmText}
            variant={props.isDestructive ? "warning" : undefined}
            preventDoubleClick
          />
          <a className="nhsuk-link" href={cancelHref}>
            {cancelText}
          </a>
        </div>
      </form>
    </div>
  );
}
