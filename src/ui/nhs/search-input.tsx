import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { classNames, switchedClass } from "./class-names.ts";
import { content } from "./form-group.tsx";
import { Input, type InputProps } from "./input.tsx";

export type SearchInputProps = Omit<InputProps, "pattern"> & {
  /** `false` leaves the button out. */
  readonly button?: ButtonProps | false;
};

function SearchButton({
  search,
  button,
}: {
  readonly search: SearchInputProps;
  readonly button: ButtonProps;
}): ReactNode {
  return (
    <Button
      html={button.children || button.html}
      text={button.text}
      ariaLabel={button.ariaLabel ?? "Search"}
      id={button.id}
      href={button.href}
      name={button.name}
      value={button.value}
      type={button.type || "submit"}
      icon={button.icon ?? "search"}
      small={button.small ?? !search.large}
      preventDoubleClick={button.preventDoubleClick}
      disabled={button.disabled ?? search.disabled}
      classes={classNames("nhsuk-search-input__button", button.classes)}
      attributes={button.attributes}
      variant={button.variant}
    />
  );
}

export function SearchInput(props: SearchInputProps): ReactNode {
  const { button = {}, formGroup, inputWrapper, large, classes } = props;
  const after = content(formGroup?.afterInput);
  return (
    <Input
      {...props}
      type={props.type ?? "search"}
      autocomplete={props.autocomplete ?? "off"}
      classes={classNames("nhsuk-search-input__input", classes)}
      inputWrapper={{
        classes: classNames("nhsuk-search-input__wrapper", inputWrapper?.classes),
        attributes: inputWrapper?.attributes,
      }}
      formGroup={{
        classes: classNames(
          "nhsuk-search-input",
          switchedClass("nhsuk-search-input--large", large, classes),
          formGroup?.classes,
        ),
        attributes: formGroup?.attributes,
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            {button && <SearchButton search={props} button={button} />}
            {after}
          </>
        ),
      }}
    />
  );
}
