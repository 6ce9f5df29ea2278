import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass } from "./class-names.ts";
import { hasContent, slot, type Content, type Slot } from "./content.ts";
import { Heading, type HeadingProps } from "./heading.tsx";

export type NotificationBannerProps = Content & {
  readonly id?: string;
  /** The bar on top; "Important" or "Success" when nothing is given. */
  readonly title?: Slot<HeadingProps>;
  readonly heading?: Slot<HeadingProps>;
  readonly variant?: "success";
  readonly role?: string;
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const defaultTitleId = "nhsuk-notification-banner-title";

function body({ children, html, text }: Content, headed: boolean): ReactNode {
  if (children || html) return children || html;
  if (!text) return null;
  return <p className={headed ? "nhsuk-body" : "nhsuk-notification-banner__heading"}>{text}</p>;
}

export function NotificationBanner(props: NotificationBannerProps): ReactNode {
  const { variant, classes } = props;
  const succeeded = variant === "success";
  const title = slot<HeadingProps>(props.title);
  const heading = slot<HeadingProps>(props.heading);
  const titleId = title.id || defaultTitleId;
  return (
    <div
      className={classNames(
        "nhsuk-notification-banner",
        classes,
        switchedClass("nhsuk-notification-banner--success", succeeded, classes),
      )}
      id={props.id}
      data-module="nhsuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      role={props.role || (succeeded ? "alert" : "region")}
      aria-labelledby={titleId}
      {...attributes(props.attributes)}
    >
      <div className="nhsuk-notification-banner__header">
        <Heading
          id={titleId}
          text={title.text ?? (succeeded ? "Success" : "Important")}
          html={title.html}
          visuallyHiddenText={title.visuallyHiddenText}
          level={title.level ?? 2}
          className="nhsuk-notification-banner__title"
          classes={title.classes}
          attributes={title.attributes}
        />
      </div>
      <div className="nhsuk-notification-banner__content">
        <Heading
          {...heading}
          level={heading.level ?? 3}
          size={undefined}
          className="nhsuk-notification-banner__heading"
        />{" "}
        {body(props, hasContent(heading))}
      </div>
    </div>
  );
}
