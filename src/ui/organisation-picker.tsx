import type { ReactNode } from "react";
import { slot, type Slot } from "./nhs/content.ts";
import type { FieldProps } from "./nhs/form-group.tsx";
import type { HintProps } from "./nhs/hint.tsx";
import { Input } from "./nhs/input.tsx";

export type OrganisationPickerProps = Omit<FieldProps, "id" | "name" | "formGroup"> & {
  readonly name: string;
  readonly id?: string;
  /** What stands in the box. */
  readonly value?: string | null;
  /** The organisation that was chosen from the list, sent beside the text as `<name>-chosen`. */
  readonly chosen?: string | null;
  /** Answers `?q=` with JSON: `[{ value, label, hint }]`. */
  readonly source: string;
};

const help = "Type its name, code, town or postcode district";

/** A plain text field that the server understands; with script it offers matches while one types. */
export function OrganisationPicker(props: OrganisationPickerProps): ReactNode {
  const { name, chosen, source, attributes, ...field } = props;
  const hint: Slot<HintProps> = props.hint ?? help;
  return (
    <Input
      {...field}
      name={name}
      hint={slot<HintProps>(hint)}
      autocomplete="off"
      spellcheck={false}
      attributes={{ "data-source": source, ...attributes }}
      formGroup={{
        classes: "tl-type-ahead",
        attributes: { "data-module": "tl-type-ahead" },
        afterInput: <input type="hidden" name={`${name}-chosen`} defaultValue={chosen ?? ""} />,
      }}
    />
  );
}
