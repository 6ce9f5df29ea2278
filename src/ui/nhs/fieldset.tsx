import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { slot, type Slot } from "./content.ts";
import { Legend, type LegendProps } from "./legend.tsx";

export type FieldsetProps = {
  readonly id?: string;
  readonly describedBy?: string;
  readonly legend?: Slot<LegendProps>;
  readonly role?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly html?: ReactNode;
  readonly children?: ReactNode;
};

export function Fieldset(props: FieldsetProps): ReactNode {
  return (
    <fieldset
      className={classNames("nhsuk-fieldset", props.classes)}
      id={props.id}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...attributes(props.attributes)}
    >
      <Legend {...slot<LegendProps>(props.legend)} />
      {props.children || props.html}
    </fieldset>
  );
}
