import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";

export type ErrorSummaryItem = Content & { readonly href?: string; readonly attributes?: Attributes };

export type ErrorSummaryProps = {
  readonly id?: string;
  readonly heading?: Slot<Pick<HeadingProps, "id" | "text" | "html" | "attributes">>;
  readonly description?: Slot<Content>;
  readonly children?: ReactNode;
  readonly errorList?: readonly Item<ErrorSummaryItem>[];
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function ErrorSummary(props: ErrorSummaryProps): ReactNode {
  const heading = slot<HeadingProps>(props.heading);
  const description = props.children || inner(slot<Content>(props.description));
  return (
    <div
      className={classNames("nhsuk-error-summary", props.classes)}
      id={props.id}
      data-module="nhsuk-error-summary"
      data-disable-auto-focus={props.disableAutoFocus}
      {...attributes(props.attributes)}
    >
      {/* The alert is a child of what the script focuses, so that the focus does not cut the announcement short. */}
      <div role="alert">
        <Heading
          id={heading.id}
          text={heading.text}
          html={heading.html}
          level={2}
          className="nhsuk-error-summary__heading"
          attributes={heading.attributes}
        />
        <div className="nhsuk-error-summary__body">
          {description && <p>{description}</p>}
          {props.errorList?.length ? (
            <ul className="nhsuk-list nhsuk-error-summary__list">
              {each(props.errorList, (item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...attributes(item.attributes)}>
                      {inner(item)}
                    </a>
                  ) : (
                    inner(item)
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
