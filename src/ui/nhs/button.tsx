import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass, variantClass } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonVariant = "brand" | "login" | "reverse" | "secondary" | "secondary-solid" | "warning";

export type ButtonIcon = {
  readonly name?: IconName;
  readonly html?: ReactNode;
  readonly placement: "start" | "end";
};

export type ButtonProps = Content & {
  readonly id?: string;
  readonly name?: string;
  readonly type?: "button" | "submit" | "reset";
  readonly value?: string | number;
  readonly disabled?: boolean;
  /** Makes a link that looks like a button. */
  readonly href?: string;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly ariaLabel?: string;
  readonly preventDoubleClick?: boolean;
  readonly icon?: IconName | ButtonIcon;
  readonly element?: "a" | "button" | "input";
  /** Hidden until a script shows it. */
  readonly hidden?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const variants = ["brand", "login", "reverse", "secondary", "secondary-solid", "warning"];

function buttonClasses({ variant, icon, small, classes }: ButtonProps): string {
  return classNames(
    "nhsuk-button",
    variantClass("nhsuk-button--", variant, variants, classes),
    switchedClass("nhsuk-button--icon", icon, classes),
    switchedClass("nhsuk-button--small", small, classes),
    classes,
  );
}

function ButtonContent(props: ButtonProps): ReactNode {
  const icon: Partial<ButtonIcon> =
    typeof props.icon === "string" ? { name: props.icon, placement: "start" } : (props.icon ?? {});
  const drawn = icon.html || (icon.name && <Icon name={icon.name} />);
  const text = inner(props);
  return (
    <>
      {icon.placement === "start" && drawn}
      {drawn && text && !props.children ? <span className="nhsuk-button__content">{text}</span> : text}
      {icon.placement === "end" && drawn}
    </>
  );
}

export function Button(props: ButtonProps): ReactNode {
  const { id, name, type = "submit", value, disabled, href, ariaLabel, preventDoubleClick, hidden } = props;
  const element = props.element?.toLowerCase() ?? (href && !props.type ? "a" : "button");
  const shared = {
    className: buttonClasses(props),
    id,
    hidden,
    "data-module": "nhsuk-button",
    "data-prevent-double-click": preventDoubleClick,
    "aria-label": ariaLabel,
    ...attributes(props.attributes),
  };
  if (element === "a") {
    return (
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it leads somewhere, so it works without script only as a link
      <a {...shared} href={href ?? "#"} role="button" draggable="false">
        <ButtonContent {...props} />
      </a>
    );
  }
  const control = {
    ...shared,
    name,
    type,
    disabled,
    "aria-disabled": disabled ? ("true" as const) : undefined,
  };
  if (element === "input")
    return <input {...control} value={typeof props.text === "string" ? props.text : undefined} />;
  return (
    // oxlint-disable-next-line react/button-has-type -- the type is always given, "submit" when nothing else is said
    <button {...control} value={value}>
      <ButtonContent {...props} />
    </button>
  );
}
