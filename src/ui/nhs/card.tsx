import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { actionItems, actionOptions, CardActionElement, type CardActions } from "./card-action.tsx";
import { classNames, variantClass } from "./class-names.ts";
import { hasContent, slot, type Content, type Slot } from "./content.ts";
import { each } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";
import { Icon } from "./icon.tsx";

export type CareVariant = "non-urgent" | "urgent" | "emergency";
export type CardVariant = "feature" | "primary" | "secondary" | "warning" | CareVariant;

export type CardHeading = Omit<HeadingProps, "href" | "sizes" | "className" | "classPrefix" | "element">;

export type CardImage = { readonly src?: string; readonly alt?: string; readonly html?: ReactNode };

export type CardDescription = Content & { readonly classes?: string; readonly attributes?: Attributes };

export type CardProps = {
  readonly id?: string;
  /** `text` becomes a heading element; markup is left as it is. */
  readonly heading?: Slot<CardHeading>;
  readonly href?: string;
  /** Makes the whole card follow the link of its heading. */
  readonly clickable?: boolean;
  readonly variant?: CardVariant;
  readonly image?: CardImage;
  readonly description?: Slot<CardDescription>;
  readonly actions?: CardActions;
  readonly children?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const plainVariants = ["feature", "primary", "secondary", "warning"];

const careAdvice: Readonly<Record<CareVariant, string>> = {
  "non-urgent": "Non-urgent advice",
  urgent: "Urgent advice",
  emergency: "Immediate action required",
};

function careVariant({ variant, heading }: CardProps): CareVariant | undefined {
  const isCare = variant === "non-urgent" || variant === "urgent" || variant === "emergency";
  return isCare && hasContent(slot<CardHeading>(heading)) ? variant : undefined;
}

function cardClasses(props: CardProps, care: CareVariant | undefined): string {
  const careClass = variantClass("nhsuk-card--care--", care, Object.keys(careAdvice), props.classes);
  return classNames(
    "nhsuk-card",
    props.clickable && "nhsuk-card--clickable",
    variantClass("nhsuk-card--", props.variant, plainVariants, props.classes),
    careClass && `nhsuk-card--care ${careClass}`,
    props.classes,
  );
}

type CardHeadingElementProps = {
  readonly heading: Partial<CardHeading> & Content;
  readonly href: string | undefined;
  readonly care: CareVariant | undefined;
};

function headingContent({ heading, href }: CardHeadingElementProps): ReactNode {
  const { text, visuallyHiddenText } = heading;
  if (href) {
    return (
      <a className="nhsuk-card__link" href={href}>
        {text}
      </a>
    );
  }
  if (!visuallyHiddenText) return text;
  return (
    // oxlint-disable-next-line jsx-a11y/aria-role -- the design system joins both texts so that VoiceOver reads them as one
    <span role="text">
      <span className="nhsuk-u-visually-hidden">{visuallyHiddenText}: </span>
      {text}
    </span>
  );
}

function CardHeadingElement(props: CardHeadingElementProps): ReactNode {
  const { heading, care } = props;
  return (
    <>
      {heading.text && (
        <Heading
          id={heading.id}
          caption={heading.caption}
          size={heading.size}
          level={heading.level ?? 2}
          className="nhsuk-card__heading"
          classPrefix="nhsuk-heading-"
          classes={heading.classes}
          attributes={heading.attributes}
        >
          {headingContent(props)}
        </Heading>
      )}
      {heading.html || heading.children}
      {care && <span className="nhsuk-card--care__arrow" aria-hidden="true" />}
    </>
  );
}

function CardActionList({
  actions,
  heading,
}: {
  readonly actions: CardActions;
  readonly heading: Content;
}): ReactNode {
  const items = actionItems(actions);
  const classes = classNames("nhsuk-card__actions", actionOptions(actions).classes);
  if (items.length === 1) {
    return (
      <div className={classes}>
        {each(items, (action) => (
          <CardActionElement action={action} heading={heading} />
        ))}
      </div>
    );
  }
  return (
    <ul className={classes}>
      {each(items, (action) => (
        <li className="nhsuk-card__action">
          <CardActionElement action={action} heading={heading} />
        </li>
      ))}
    </ul>
  );
}

function CardImageElement({ image }: { readonly image: CardImage }): ReactNode {
  if (image.html) return image.html;
  return image.src ? <img className="nhsuk-card__img" src={image.src} alt={image.alt ?? ""} /> : null;
}

function Description({ description }: { readonly description: Content }): ReactNode {
  if (description.html || description.children) return description.html || description.children;
  return description.text ? <p className="nhsuk-card__description">{description.text}</p> : null;
}

export function Card(props: CardProps): ReactNode {
  const given = slot<CardHeading>(props.heading);
  const description = slot<CardDescription>(props.description);
  const care = careVariant(props);
  const className = cardClasses(props, care);
  const hasActions = actionItems(props.actions).length > 0;
  const heading = (
    <CardHeadingElement
      heading={care ? { ...given, visuallyHiddenText: given.visuallyHiddenText || careAdvice[care] } : given}
      // A feature card's heading is a label on its edge, so it is never the link.
      href={className.includes("nhsuk-card--feature") || care ? undefined : props.href}
      care={care}
    />
  );
  return (
    <div className={className} id={props.id} {...attributes(props.attributes)}>
      {props.image && <CardImageElement image={props.image} />}
      {(care || hasActions) && (
        <div className="nhsuk-card__heading-container">
          {heading}
          {hasActions && <CardActionList actions={props.actions ?? []} heading={given} />}
        </div>
      )}
      <div
        className={classNames("nhsuk-card__content", description.classes)}
        {...attributes(description.attributes)}
      >
        {!care && !hasActions && heading}
        {props.children || <Description description={description} />}
        {className.includes("nhsuk-card--primary") && <Icon name="chevron-right-circle" />}
      </div>
    </div>
  );
}
