import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";

export type DetailsSummary = Content & { readonly classes?: string; readonly attributes?: Attributes };

export type DetailsProps = Content & {
  readonly id?: string;
  readonly summary: Slot<DetailsSummary>;
  readonly open?: boolean;
  readonly variant?: "reverse";
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Details(props: DetailsProps): ReactNode {
  const summary = slot<DetailsSummary>(props.summary);
  return (
    <details
      className={classNames(
        "nhsuk-details",
        switchedClass("nhsuk-details--reverse", props.variant === "reverse", props.classes),
        props.classes,
      )}
      id={props.id}
      open={props.open}
      {...attributes(props.attributes)}
    >
      <summary
        className={classNames("nhsuk-details__summary", summary.classes)}
        {...attributes(summary.attributes)}
      >
        <span className="nhsuk-details__summary-text">{inner(summary)}</span>
      </summary>
      <div className="nhsuk-details__text">{inner(props)}</div>
    </details>
  );
}
