import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./nhs/button.tsx";
import { VisuallyHidden } from "./nhs/visually-hidden.tsx";

type PostButtonProps = {
  action: string;
  text: string;
  /** Which one, for who hears the button without seeing its row. */
  about?: string;
  variant?: ButtonVariant;
  small?: boolean;
  fields?: Record<string, string>;
};

/** One press that changes something: a form, so that it works without a script and never by a link. */
export function PostButton({ action, text, about, variant, small, fields }: PostButtonProps): ReactNode {
  return (
    <form action={action} method="post">
      <input type="hidden" name="_key" value={randomUUID()} />
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} small={small} preventDoubleClick>
        {text}
        {about ? <VisuallyHidden> {about}</VisuallyHidden> : null}
      </Button>
    </form>
  );
}
