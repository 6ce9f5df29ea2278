import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { LinkElement, type LinkProps } from "./link-element.tsx";
import { present, type Item } from "./each.tsx";

export type CardAction = Omit<LinkProps, "element"> & {
  readonly visuallyHiddenText?: ReactNode;
  readonly name?: string;
  readonly value?: string;
};

/** Actions of a card or a row: only the items, or the items with classes of their own. */
export type CardActions<Extra = object> =
  | readonly Item<CardAction>[]
  | ({ readonly items?: readonly Item<CardAction>[]; readonly classes?: string } & Partial<Extra>);

function isList<Extra>(actions: CardActions<Extra>): actions is readonly Item<CardAction>[] {
  return Array.isArray(actions);
}

export function actionItems<Extra>(actions: CardActions<Extra> | undefined): CardAction[] {
  if (!actions) return [];
  return present(isList(actions) ? actions : actions.items);
}

function noOptions<Extra>(): Partial<Extra> {
  return {};
}

export function actionOptions<Extra>(
  actions: CardActions<Extra> | undefined,
): { readonly items?: readonly Item<CardAction>[]; readonly classes?: string } & Partial<Extra> {
  return actions && !isList(actions) ? actions : noOptions<Extra>();
}

type CardActionElementProps = {
  readonly action: CardAction;
  /** What the action acts on, said in brackets to assistive technology. */
  readonly heading?: Content;
};

export function CardActionElement({ action, heading }: CardActionElementProps): ReactNode {
  const { visuallyHiddenText, classes, id, href, type, name, value, attributes } = action;
  const about = heading && inner(heading);
  return (
    <LinkElement
      {...{ id, href, type, name, value, attributes }}
      className={classNames("nhsuk-link", classes)}
      element={href && !type ? "a" : "button"}
    >
      {inner(action)}
      {(visuallyHiddenText || about) && (
        <span className="nhsuk-u-visually-hidden">
          {visuallyHiddenText && <> {visuallyHiddenText}</>}
          {about && <> ({about})</>}
        </span>
      )}
    </LinkElement>
  );
}
