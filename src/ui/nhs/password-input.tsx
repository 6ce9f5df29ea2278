import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { content } from "./form-group.tsx";
import { Input, type InputProps } from "./input.tsx";
import { translation } from "./translation.ts";

export type PasswordInputProps = Omit<
  InputProps,
  "type" | "inputmode" | "pattern" | "placeholder" | "spellcheck" | "autocapitalize"
> & {
  readonly showPasswordText?: string;
  readonly hidePasswordText?: string;
  readonly showPasswordAriaLabel?: string;
  readonly hidePasswordAriaLabel?: string;
  readonly passwordShownAnnouncementText?: string;
  readonly passwordHiddenAnnouncementText?: string;
  readonly button?: Omit<ButtonProps, "text"> & { readonly text?: string };
};

function ShowButton(props: PasswordInputProps): ReactNode {
  const { button = {}, showPasswordText, showPasswordAriaLabel, large, disabled } = props;
  return (
    <Button
      text={showPasswordText ?? button.text ?? "Show"}
      ariaLabel={showPasswordAriaLabel ?? button.ariaLabel ?? "Show password"}
      id={button.id}
      href={button.href}
      name={button.name}
      value={button.value}
      type={button.type || "button"}
      icon={button.icon}
      small={button.small ?? !large}
      preventDoubleClick={button.preventDoubleClick}
      disabled={button.disabled ?? disabled}
      classes={classNames("nhsuk-password-input__toggle nhsuk-js-password-input-toggle", button.classes)}
      attributes={{ "aria-controls": props.id || props.name }}
      hidden
      variant={button.variant ?? "secondary"}
    />
  );
}

export function PasswordInput(props: PasswordInputProps): ReactNode {
  const {
    button,
    formGroup,
    showPasswordText,
    hidePasswordText,
    showPasswordAriaLabel,
    hidePasswordAriaLabel,
  } = props;
  return (
    <Input
      {...props}
      type="password"
      spellcheck={false}
      autocomplete={props.autocomplete || "current-password"}
      autocapitalize="none"
      classes={classNames("nhsuk-password-input__input nhsuk-js-password-input-input", props.classes)}
      formGroup={{
        classes: classNames(formGroup?.classes, "nhsuk-password-input"),
        attributes: {
          "data-module": "nhsuk-password-input",
          ...translation("show-password", showPasswordText ?? button?.text),
          ...translation("hide-password", hidePasswordText),
          ...translation("show-password-aria-label", showPasswordAriaLabel ?? button?.ariaLabel),
          ...translation("hide-password-aria-label", hidePasswordAriaLabel),
          ...translation("password-shown-announcement", props.passwordShownAnnouncementText),
          ...translation("password-hidden-announcement", props.passwordHiddenAnnouncementText),
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <ShowButton {...props} />
            {content(formGroup?.afterInput)}
          </>
        ),
      }}
    />
  );
}
