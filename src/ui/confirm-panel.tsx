import type { ReactNode } from "react";
import { Button } from "./nhs/button.tsx";

export type ConfirmPanelProps = {
  /** The question, which is the h1 of its page, such as "Delete this plan?" */
  readonly heading: ReactNode;
  readonly headingLevel?: 1 | 2;
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
  const { heading, headingLevel = 1, children, cancelText = "Cancel", hidden = {} } = props;
  const { action, confirmText, cancelHref } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="tl-confirm">
      <Heading className="nhsuk-heading-l">{heading}</Heading>
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
