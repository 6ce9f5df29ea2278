import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, type Content } from "./content.ts";

export type HintProps = Content & {
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Hint(props: HintProps): ReactNode {
  return (
    <div className={classNames("nhsuk-hint", props.classes)} id={props.id} {...attributes(props.attributes)}>
      {inner(props)}
    </div>
  );
}
