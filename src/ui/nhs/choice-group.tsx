import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { hasContent, inner, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import type { ErrorMessageProps } from "./error-message.tsx";
import { Fieldset, type FieldsetProps } from "./fieldset.tsx";
import { content, fieldNotes, isWrong } from "./form-group.tsx";
import { Hint, type HintProps } from "./hint.tsx";
import { Label, type LabelProps } from "./label.tsx";

/** The wrapper around several controls, and what may stand before and after them. */
export type InputsGroupOptions = {
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly beforeInputs?: Slot<Content>;
  readonly afterInputs?: Slot<Content>;
};

export type InputsGroupProps = {
  readonly id?: string;
  readonly fieldset?: FieldsetProps;
  readonly hint?: Slot<HintProps>;
  readonly errorMessage?: Slot<ErrorMessageProps>;
  readonly formGroup?: InputsGroupOptions;
  readonly disabled?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

type InputsGroupFrame = InputsGroupProps & {
  /** What the ids of the hint and the error message start with. */
  readonly idPrefix: string | undefined;
  readonly className: string;
  readonly module?: string;
  readonly describedBy?: string;
  readonly wrong?: boolean;
  readonly children: (describedBy: string | undefined) => ReactNode;
};

/** A field of several controls: legend, hint, error message and the controls. */
export function InputsGroup(props: InputsGroupFrame): ReactNode {
  const { fieldset, formGroup, errorMessage } = props;
  const { notes, describedBy } = fieldNotes({
    id: props.idPrefix,
    hint: props.hint,
    errorMessage,
    describedBy: fieldset?.describedBy || props.describedBy,
  });
  const controls = (
    <>
      {notes}
      <div
        className={props.className}
        id={props.id}
        data-module={props.module}
        {...attributes(props.attributes)}
      >
        {content(formGroup?.beforeInputs)}
        {props.children(describedBy)}
        {content(formGroup?.afterInputs)}
      </div>
    </>
  );
  return (
    <div
      className={classNames(
        "nhsuk-form-group",
        (props.wrong || isWrong(errorMessage)) && "nhsuk-form-group--error",
        formGroup?.classes,
      )}
      {...attributes(formGroup?.attributes)}
    >
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={describedBy}>
          {controls}
        </Fieldset>
      ) : (
        controls
      )}
    </div>
  );
}

export type Choice = Content & {
  readonly id?: string;
  readonly value?: string | number;
  readonly label?: Slot<LabelProps>;
  readonly hint?: Slot<HintProps>;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Shown only while the choice is made (and always, without script). */
  readonly conditional?: Slot<Content>;
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly divider?: never;
};

/** A word between choices, such as "or". */
export type ChoiceDivider = { readonly divider: string };

type ChoiceElementProps = {
  readonly kind: "radios" | "checkboxes";
  readonly item: Choice;
  readonly id: string;
  readonly name: string | undefined;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly describedBy?: string;
  readonly itemClasses?: string;
  readonly inputAttributes?: Record<string, string | undefined>;
};

/** One radio or checkbox with its label, its hint and what it reveals. */
export function ChoiceElement(props: ChoiceElementProps): ReactNode {
  const { kind, item, id, checked } = props;
  const label = slot<LabelProps>(item.label);
  const hint = slot<HintProps>(item.hint);
  const hintId = hasContent(hint) && (hint.id ?? `${id}-item-hint`);
  const revealed = content(item.conditional);
  const conditionalId = `conditional-${id}`;
  return (
    <>
      <div className={classNames(`nhsuk-${kind}__item`, props.itemClasses)}>
        <input
          className={classNames(`nhsuk-${kind}__input`, item.classes)}
          id={id}
          name={props.name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value ?? ""}
          defaultChecked={checked}
          disabled={props.disabled}
          data-aria-controls={revealed ? conditionalId : undefined}
          aria-describedby={classNames(props.describedBy, hintId) || undefined}
          {...props.inputAttributes}
          {...attributes(item.attributes)}
        />
        <Label
          html={inner({ html: label.html ?? item.html ?? item.children, text: label.text ?? item.text })}
          visuallyHiddenText={label.visuallyHiddenText}
          id={label.id}
          for={id}
          classes={classNames(`nhsuk-${kind}__label`, label.classes)}
          attributes={label.attributes}
        />
        {hintId && <Hint {...hint} id={hintId} classes={classNames(`nhsuk-${kind}__hint`, hint.classes)} />}
      </div>
      {revealed && (
        <div
          className={classNames(
            `nhsuk-${kind}__conditional`,
            !checked && `nhsuk-${kind}__conditional--hidden`,
          )}
          id={conditionalId}
        >
          {revealed}
        </div>
      )}
    </>
  );
}

/** The first choice has no number, so that an error summary can link to it by the name of the field. */
export function choiceId(item: { readonly id?: string }, prefix: string | undefined, index: number): string {
  return item.id || (index === 0 ? String(prefix) : `${prefix}-${index + 1}`);
}

export function eachChoice<Of extends object, Divider extends ChoiceDivider>(
  items: readonly Item<Of | Divider>[] | undefined,
  divide: (divider: Divider) => ReactNode,
  draw: (item: Of, index: number) => ReactNode,
): ReactNode[] {
  const isDivider = (item: Of | Divider): item is Divider => "divider" in item && Boolean(item.divider);
  return each<Of | Divider>(items, (item, index) => (isDivider(item) ? divide(item) : draw(item, index)));
}
