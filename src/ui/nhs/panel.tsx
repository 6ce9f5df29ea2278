import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { Heading, type HeadingProps } from "./heading.tsx";

export type PanelProps = Content & {
  readonly id?: string;
  readonly heading?: Slot<HeadingProps>;
  readonly variant?: "interruption";
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Panel(props: PanelProps): ReactNode {
  const { variant, classes } = props;
  const body = inner(props);
  return (
    <div
      className={classNames(
        "nhsuk-panel",
        switchedClass("nhsuk-panel--interruption", variant === "interruption", classes),
        classes,
      )}
      id={props.id}
      {...attributes(props.attributes)}
    >
      <Heading
        {...slot<HeadingProps>(props.heading)}
        sizes={["m", "l", "xl"]}
        className="nhsuk-panel__heading"
        classPrefix="nhsuk-panel__heading--"
      />
      {body && <div className="nhsuk-panel__body">{body}</div>}
    </div>
  );
}
