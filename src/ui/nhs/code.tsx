import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { Button, type ButtonProps } from "./button.tsx";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { translation } from "./translation.ts";

export type CodeProps = Content & {
  readonly id?: string;
  /** A button that copies the code, shown by the script. */
  readonly button?: ButtonProps;
  readonly copyButtonClassList?: readonly string[];
  readonly copyButtonText?: string;
  readonly copiedButtonText?: string;
  readonly copiedAnnouncementText?: string;
  readonly variant?: "reverse";
  readonly background?: string;
  readonly border?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function CopyButton({
  props,
  button,
}: {
  readonly props: CodeProps;
  readonly button: ButtonProps;
}): ReactNode {
  const look = props.copyButtonClassList ?? [
    props.variant === "reverse" ? "nhsuk-button--reverse" : "nhsuk-button--secondary",
    "nhsuk-button--small",
  ];
  const text = props.copyButtonText ?? button.text ?? "Copy code";
  return (
    <Button
      text={text}
      ariaLabel={button.ariaLabel ?? (text ? undefined : "Copy code")}
      id={button.id}
      href={button.href}
      name={button.name}
      value={button.value}
      type={button.type ?? "button"}
      icon={button.icon}
      preventDoubleClick={button.preventDoubleClick}
      disabled={button.disabled}
      classes={classNames(...look, "nhsuk-code__button nhsuk-js-code-button", button.classes)}
      hidden
    />
  );
}

export function Code(props: CodeProps): ReactNode {
  const { button, variant, background, border, classes } = props;
  const label = props.copyButtonText ?? (typeof button?.text === "string" ? button.text : undefined);
  return (
    <div
      id={props.id}
      className={classNames(
        "nhsuk-code",
        button && "nhsuk-code--button",
        switchedClass("nhsuk-code--reverse", variant === "reverse", classes),
        background && `nhsuk-code--background-${background}`,
        switchedClass("nhsuk-code--no-border", border === false, classes),
        classes,
      )}
      {...translation("copy-button", label)}
      {...translation("copied-button", props.copiedButtonText)}
      {...translation("copied-announcement", props.copiedAnnouncementText)}
      {...attributes(props.attributes)}
      data-module="nhsuk-code"
    >
      {button && <CopyButton props={props} button={button} />}
      <pre className="nhsuk-code__container">
        <code className="nhsuk-code__content">{inner(props)}</code>
      </pre>
    </div>
  );
}
