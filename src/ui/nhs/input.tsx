import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass, variantClass } from "./class-names.ts";
import { hasContent, inner, slot, type Content, type Slot } from "./content.ts";
import { content, FormGroup, isWrong, type FieldProps } from "./form-group.tsx";

export type Affix = Content & { readonly classes?: string; readonly attributes?: Attributes };

export type InputWrapper = { readonly classes?: string; readonly attributes?: Attributes };

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export type InputProps = FieldProps & {
  readonly type?: string;
  readonly inputmode?: "none" | "text" | "decimal" | "numeric" | "tel" | "search" | "email" | "url";
  readonly value?: string | number | null;
  readonly prefix?: Slot<Affix>;
  readonly suffix?: Slot<Affix>;
  /** Sets what is typed in a monospaced face, for codes and references. */
  readonly code?: boolean;
  readonly width?: InputWidth;
  readonly large?: boolean;
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly pattern?: string;
  readonly placeholder?: string;
  readonly spellcheck?: boolean;
  readonly inputWrapper?: InputWrapper;
};

const widths = ["2", "3", "4", "5", "10", "20", "30"];

function Control(props: InputProps & { readonly describedByAll: string | undefined }): ReactNode {
  const { classes } = props;
  return (
    <input
      className={classNames(
        "nhsuk-input",
        switchedClass("nhsuk-input--large", props.large, classes),
        switchedClass("nhsuk-input--code", props.code, classes),
        isWrong(props.errorMessage) && "nhsuk-input--error",
        variantClass("nhsuk-input--width-", props.width, widths, classes),
        classes,
      )}
      id={props.id || props.name}
      name={props.name}
      type={props.type || "text"}
      spellCheck={props.spellcheck}
      defaultValue={props.value ?? undefined}
      disabled={props.disabled}
      aria-describedby={props.describedByAll}
      autoComplete={props.autocomplete}
      autoCapitalize={props.autocapitalize}
      pattern={props.pattern}
      placeholder={props.placeholder}
      inputMode={props.inputmode}
      {...attributes(props.attributes)}
    />
  );
}

function AffixElement({
  affix,
  place,
}: {
  readonly affix: Slot<Affix>;
  readonly place: "prefix" | "suffix";
}): ReactNode {
  const given = slot<Affix>(affix);
  if (!hasContent(given)) return null;
  return (
    <div
      className={classNames(`nhsuk-input-wrapper__${place}`, given.classes)}
      aria-hidden="true"
      {...attributes(given.attributes)}
    >
      {inner(given)}
    </div>
  );
}

export function Input(props: InputProps): ReactNode {
  const { prefix, suffix, inputWrapper, formGroup, large, classes } = props;
  const before = content(formGroup?.beforeInput);
  const after = content(formGroup?.afterInput);
  const affixed = hasContent(slot<Affix>(prefix)) || hasContent(slot<Affix>(suffix));
  const wrapped = affixed || before || after || inputWrapper?.classes || inputWrapper?.attributes;
  return (
    <FormGroup {...props}>
      {(describedBy) =>
        wrapped ? (
          <div
            className={classNames(
              "nhsuk-input-wrapper",
              large && !classes?.includes("nhsuk-input--large") && "nhsuk-input-wrapper--large",
              inputWrapper?.classes,
            )}
            {...attributes(inputWrapper?.attributes)}
          >
            {before}
            <AffixElement affix={prefix} place="prefix" />
            <Control {...props} describedByAll={describedBy} />
            <AffixElement affix={suffix} place="suffix" />
            {after}
          </div>
        ) : (
          <Control {...props} describedByAll={describedBy} />
        )
      }
    </FormGroup>
  );
}
