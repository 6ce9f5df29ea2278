import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { slot, type Slot } from "./content.ts";
import { each, present, type Item } from "./each.tsx";
import { InputsGroup, type InputsGroupProps } from "./choice-group.tsx";
import { isWrong } from "./form-group.tsx";
import { Input, type InputProps } from "./input.tsx";
import type { LabelProps } from "./label.tsx";

export type DatePart = Omit<InputProps, "label" | "errorMessage" | "hint" | "formGroup" | "inputWrapper"> & {
  readonly label?: Slot<LabelProps>;
  /** Marks this part, and no part that does not say so, as wrong. */
  readonly error?: boolean;
};

type DateValue = string | number | null;

export type DateInputProps = InputsGroupProps & {
  readonly namePrefix?: string;
  /** Parts other than day, month and year, or fewer. */
  readonly items?: readonly Item<DatePart>[];
  readonly day?: Item<DatePart>;
  readonly month?: Item<DatePart>;
  readonly year?: Item<DatePart>;
  readonly values?: Readonly<Partial<Record<string, DateValue>>>;
};

type PartName = "day" | "month" | "year";

const partNames: readonly PartName[] = ["day", "month", "year"];

function givenPart(props: DateInputProps, part: PartName): Item<DatePart> {
  const given = props[part];
  if (given !== undefined) return given;
  return { name: part, value: props.values?.[part], width: part === "year" ? 4 : 2 };
}

/** Which of day, month and year an item is, by its place or its name. */
function partOf(props: DateInputProps, item: DatePart): PartName | undefined {
  return partNames.find((part) => {
    const given = givenPart(props, part) || undefined;
    return item === given || (item.name && (item.name === part || item.name === given?.name));
  });
}

function markedWrong(item: DatePart): boolean {
  return Boolean(item.error || item.classes?.includes("nhsuk-input--error"));
}

function capitalised(name: string | undefined): string | undefined {
  return name && name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

type PartProps = { readonly date: DateInputProps; readonly item: DatePart; readonly wrong: boolean };

function PartInput({ date, item, wrong }: PartProps): ReactNode {
  const part = partOf(date, item);
  const given = (part && givenPart(date, part)) || undefined;
  const name = item.name ?? part;
  const label = slot<LabelProps>(item.label);
  return (
    <div className="nhsuk-date-input__item">
      <Input
        {...item}
        label={{
          html: label.html,
          text: label.text ?? capitalised(name),
          visuallyHiddenText: label.visuallyHiddenText,
          id: label.id,
          for: label.for,
          classes: classNames("nhsuk-date-input__label", label.classes),
          attributes: label.attributes,
        }}
        errorMessage={wrong}
        id={item.id || `${date.id}-${name}`}
        name={date.namePrefix ? `${date.namePrefix}[${name}]` : name}
        value={item.value ?? given?.value ?? (name ? date.values?.[name] : undefined)}
        width={item.width ?? (part === "year" ? 4 : 2)}
        inputmode={item.inputmode || "numeric"}
        disabled={item.disabled ?? date.disabled}
        classes={classNames("nhsuk-date-input__input", item.classes)}
      />
    </div>
  );
}

export function DateInput(props: DateInputProps): ReactNode {
  const items = props.items?.length ? props.items : partNames.map((part) => givenPart(props, part));
  const anyMarked = present(items).some(markedWrong);
  const isPartWrong = (item: DatePart) =>
    !item.classes?.includes("nhsuk-input--error") &&
    (markedWrong(item) || (item.error !== false && isWrong(props.errorMessage) && !anyMarked));
  return (
    <InputsGroup
      {...props}
      fieldset={props.fieldset && { ...props.fieldset, role: props.fieldset.role ?? "group" }}
      idPrefix={props.id}
      className={classNames("nhsuk-date-input", props.classes)}
      wrong={anyMarked}
    >
      {() => each(items, (item) => <PartInput date={props} item={item} wrong={isPartWrong(item)} />)}
    </InputsGroup>
  );
}
