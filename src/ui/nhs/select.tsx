import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { each, present, type Item } from "./each.tsx";
import { content, FormGroup, isWrong, type FieldProps } from "./form-group.tsx";
import type { InputWrapper } from "./input.tsx";

export type SelectOption = {
  readonly text: string | number;
  readonly value?: string | number | null;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
  readonly divider?: never;
};

export type SelectItem = SelectOption | { readonly divider: true };

export type SelectProps = FieldProps & {
  readonly items?: readonly Item<SelectItem>[];
  /** The value of the chosen option, unless an item says that it is selected. */
  readonly value?: string | number | null;
  readonly inputWrapper?: InputWrapper;
};

function isOption(item: SelectItem): item is SelectOption {
  return !item.divider;
}

/** The value by which an option is known: its text when it has none. */
function known(item: SelectOption): string {
  return String(item.value ?? (item.value === null ? "" : item.text));
}

function chosen({ items, value }: SelectProps): string | undefined {
  const isChosen = (item: SelectOption) =>
    item.selected || (value && item.selected !== false && known(item) === String(value));
  const last = present(items).filter(isOption).findLast(isChosen);
  return last && known(last);
}

function Control(props: SelectProps & { readonly describedByAll: string | undefined }): ReactNode {
  return (
    <select
      className={classNames(
        "nhsuk-select",
        isWrong(props.errorMessage) && "nhsuk-select--error",
        props.classes,
      )}
      id={props.id || props.name}
      name={props.name}
      disabled={props.disabled}
      aria-describedby={props.describedByAll}
      defaultValue={chosen(props)}
      {...attributes(props.attributes)}
    >
      {each(props.items, (item) =>
        isOption(item) ? (
          <option
            value={item.value === null ? "" : item.value}
            disabled={item.disabled}
            {...attributes(item.attributes)}
          >
            {item.text}
          </option>
        ) : (
          <hr />
        ),
      )}
    </select>
  );
}

export function Select(props: SelectProps): ReactNode {
  const { formGroup, inputWrapper } = props;
  const before = content(formGroup?.beforeInput);
  const after = content(formGroup?.afterInput);
  const wrapped = before || after || inputWrapper?.classes || inputWrapper?.attributes;
  return (
    <FormGroup {...props}>
      {(describedBy) =>
        wrapped ? (
          <div
            className={classNames("nhsuk-input-wrapper", inputWrapper?.classes)}
            {...attributes(inputWrapper?.attributes)}
          >
            {before}
            <Control {...props} describedByAll={describedBy} />
            {after}
          </div>
        ) : (
          <Control {...props} describedByAll={describedBy} />
        )
      }
    </FormGroup>
  );
}
