import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { actionItems, actionOptions, CardActionElement, type CardActions } from "./card-action.tsx";
import { Card, type CardHeading, type CardProps } from "./card.tsx";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { each, present, type Item } from "./each.tsx";

export type SummaryListCell = Content & {
  readonly id?: string;
  /** A width of the grid, such as `one-third`. */
  readonly width?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type SummaryListActions = CardActions<{
  readonly id: string;
  readonly width: string;
  readonly attributes: Attributes;
}>;

export type SummaryListRow = {
  readonly id?: string;
  readonly key: Slot<SummaryListCell>;
  readonly value?: Slot<SummaryListCell>;
  readonly actions?: SummaryListActions;
  readonly border?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type SummaryListProps = {
  readonly id?: string;
  readonly rows?: readonly Item<SummaryListRow>[];
  readonly border?: boolean;
  readonly lastRowBorder?: boolean;
  readonly card?: CardProps;
  readonly html?: ReactNode;
  readonly children?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function widthClass(width: string | undefined, classes: string | undefined): string | undefined {
  return width && switchedClass(`nhsuk-u-width-${width}`, true, classes);
}

type RowProps = {
  readonly row: SummaryListRow;
  readonly list: SummaryListProps;
  readonly isLast: boolean;
  readonly listHasActions: boolean;
};

function rowClasses({ row, list, isLast, listHasActions }: RowProps): string {
  const listSaysSo =
    list.classes?.includes("nhsuk-summary-list--no-border") ||
    list.classes?.includes("nhsuk-summary-list--no-last-row-border");
  const noBorder = row.border === false && !listSaysSo && !(list.lastRowBorder === false && isLast);
  return classNames(
    "nhsuk-summary-list__row",
    listHasActions && !actionItems(row.actions).length && "nhsuk-summary-list__row--no-actions",
    switchedClass("nhsuk-summary-list__row--no-border", noBorder, row.classes),
    row.classes,
  );
}

function RowActions({
  actions,
  about,
}: {
  readonly actions: SummaryListActions;
  readonly about: Content;
}): ReactNode {
  const items = actionItems(actions);
  const options = actionOptions(actions);
  return (
    <dd
      className={classNames(
        "nhsuk-summary-list__actions",
        widthClass(options.width, options.classes),
        options.classes,
      )}
      id={options.id}
      {...attributes(options.attributes)}
    >
      {items.length === 1 ? (
        each(items, (action) => <CardActionElement action={action} heading={about} />)
      ) : (
        <ul className="nhsuk-summary-list__actions-list">
          {each(items, (action) => (
            <li className="nhsuk-summary-list__actions-list-item">
              <CardActionElement action={action} heading={about} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Row(props: RowProps): ReactNode {
  const { row, list } = props;
  const key = slot<SummaryListCell>(row.key);
  const value = slot<SummaryListCell>(row.value);
  return (
    <div className={rowClasses(props)} id={row.id} {...attributes(row.attributes)}>
      <dt
        className={classNames("nhsuk-summary-list__key", widthClass(key.width, key.classes), key.classes)}
        id={key.id}
        {...attributes(key.attributes)}
      >
        {inner(key)}
      </dt>
      <dd
        className={classNames(
          "nhsuk-summary-list__value",
          widthClass(value.width, value.classes),
          value.classes,
        )}
        id={value.id}
        {...attributes(value.attributes)}
      >
        {inner(value)}
      </dd>
      {row.actions && actionItems(row.actions).length > 0 && (
        <RowActions actions={row.actions} about={slot<CardHeading>(list.card?.heading)} />
      )}
    </div>
  );
}

export function SummaryList(props: SummaryListProps): ReactNode {
  const { border, lastRowBorder, classes, card } = props;
  const rows = present(props.rows);
  const listHasActions = rows.some(({ actions }) => present(actionOptions(actions).items).length > 0);
  const list = (
    <dl
      className={classNames(
        "nhsuk-summary-list",
        border === false
          ? switchedClass("nhsuk-summary-list--no-border", true, classes)
          : switchedClass("nhsuk-summary-list--no-last-row-border", lastRowBorder === false, classes),
        classes,
      )}
      id={props.id}
      {...attributes(props.attributes)}
    >
      {props.children ||
        props.html ||
        each(rows, (row, index) => (
          <Row row={row} list={props} isLast={index === rows.length - 1} listHasActions={listHasActions} />
        ))}
    </dl>
  );
  return card ? <Card {...card}>{list}</Card> : list;
}
