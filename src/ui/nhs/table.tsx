import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import type { CaptionProps } from "./caption.tsx";
import { Card, type CardProps } from "./card.tsx";
import { classNames, switchedClass, variantClass } from "./class-names.ts";
import { hasContent, inner, slot, type Content, type Slot } from "./content.ts";
import { each, present, type Item } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";
import { Scroll } from "./scroll.tsx";
import { translation } from "./translation.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

type TableFormat = "numeric" | "string";

type CellOptions = Content & {
  readonly visuallyHiddenText?: ReactNode;
  readonly href?: string;
  readonly format?: TableFormat;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly align?: "left" | "centre" | "right";
  readonly width?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type TableHeader = CellOptions & {
  /** Whether the column is sorted; `true` means that it can be. With `href` the server sorts. */
  readonly sort?: "ascending" | "descending" | "none" | boolean;
  readonly sortNext?: "ascending" | "descending";
};

export type TableCell = CellOptions & { readonly sortValue?: string | number };

export type TableCaption = Pick<
  HeadingProps,
  "id" | "text" | "html" | "visuallyHiddenText" | "caption" | "size" | "classes" | "attributes"
>;

export type TableProps = {
  readonly id?: string;
  readonly caption?: Slot<TableCaption>;
  readonly head?: readonly Slot<TableHeader>[];
  readonly rows?: readonly Item<readonly Slot<TableCell>[]>[];
  readonly firstCellIsHeader?: boolean;
  readonly compact?: boolean;
  readonly responsive?: boolean;
  readonly scroll?: boolean;
  readonly striped?: boolean;
  readonly border?: boolean;
  readonly lastRowBorder?: boolean;
  readonly variant?: "reverse";
  readonly card?: Pick<
    CardProps,
    "id" | "heading" | "href" | "actions" | "classes" | "attributes" | "variant"
  >;
  readonly ascendingText?: string;
  readonly descendingText?: string;
  readonly sortAnnouncementText?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function tableClasses(props: TableProps, sortable: boolean): string {
  const { classes, border, lastRowBorder } = props;
  const reversed = props.variant === "reverse" && !classes?.includes("nhsuk-table-responsive--reverse");
  return classNames(
    "nhsuk-table",
    switchedClass("nhsuk-table--reverse", reversed, classes),
    switchedClass("nhsuk-table--compact", props.compact, classes),
    switchedClass("nhsuk-table--responsive", props.responsive, classes),
    border === false
      ? switchedClass("nhsuk-table--no-border", true, classes)
      : switchedClass("nhsuk-table--no-last-row-border", lastRowBorder === false, classes),
    switchedClass("nhsuk-table--sortable", sortable, classes),
    switchedClass("nhsuk-table--striped", props.striped, classes),
    classes,
  );
}

/** The id by which a scrolling table is labelled. */
function captionId({ id, scroll }: TableProps, caption: Partial<TableCaption>): string | undefined {
  if (caption.id !== undefined || !scroll) return caption.id;
  if (id) return `${id}-caption`;
  if (typeof caption.text !== "string" || !caption.text) return undefined;
  return `table-${caption.text.replaceAll(" ", "-").toLowerCase().slice(0, 40)}-caption`;
}

type CaptionElementProps = {
  readonly caption: Partial<TableCaption>;
  readonly id?: string;
  readonly sortable: boolean;
};

function CaptionElement({ caption, id, sortable }: CaptionElementProps): ReactNode {
  const above = slot<CaptionProps>(caption.caption);
  const hidden = caption.visuallyHiddenText ?? (sortable ? "Column headers are sortable" : undefined);
  const inside = above.placement === "start" || above.placement === "end";
  return (
    <Heading
      id={id}
      text={caption.text}
      html={caption.html}
      visuallyHiddenText={hidden && <>({hidden})</>}
      caption={{
        ...above,
        element: undefined,
        placement: inside ? above.placement : undefined,
        size: above.size ?? caption.size,
      }}
      size={caption.size}
      sizes={["s", "m", "l", "xl"]}
      className="nhsuk-table__caption"
      classPrefix="nhsuk-table__caption--"
      classes={caption.classes}
      attributes={caption.attributes}
      element="caption"
    />
  );
}

function cellClasses(cell: CellOptions, className: string): string {
  const { format, align, width, classes } = cell;
  return classNames(
    className,
    switchedClass(`${className}--numeric`, format === "numeric", classes),
    variantClass("nhsuk-u-text-align-", align, ["left", "centre", "right"], classes),
    width && switchedClass(`nhsuk-u-width-${width}`, true, classes),
    classes,
  );
}

function CellValue(cell: CellOptions): ReactNode {
  const content = inner(cell);
  return (
    <>
      {content}
      {cell.visuallyHiddenText && (
        <VisuallyHidden>
          {content && " "}
          {cell.visuallyHiddenText}
        </VisuallyHidden>
      )}
    </>
  );
}

function CellContent(cell: CellOptions): ReactNode {
  return cell.href ? (
    <a className="nhsuk-link" href={cell.href}>
      <CellValue {...cell} />
    </a>
  ) : (
    <CellValue {...cell} />
  );
}

/** Cells that are not there (`null`, `false`) are left out; the columns keep their places. */
function isThere(cell: Slot<object>): boolean {
  return cell !== null && cell !== undefined && cell !== false;
}

type HeadProps = {
  readonly table: TableProps;
  readonly head: readonly Slot<TableHeader>[];
  readonly sortable: boolean;
};

function sortAttributes(
  header: TableHeader,
  sortable: boolean,
  onServer: boolean,
): Record<string, string | undefined> {
  const sort = header.sort === true ? "none" : header.sort || undefined;
  if (!sortable) return {};
  return {
    "data-sort": sort && "",
    "data-sort-next": onServer ? undefined : header.sortNext,
    "aria-sort": sort === "none" ? undefined : sort,
  };
}

function Head({ table, head, sortable }: HeadProps): ReactNode {
  const responsive = table.responsive;
  const onServer = isSortedOnServer(head);
  return (
    <thead className="nhsuk-table__head" role={responsive ? "rowgroup" : undefined}>
      <tr className="nhsuk-table__row" role={responsive ? "row" : undefined}>
        {each(
          head.map((header) => isThere(header) && slot<TableHeader>(header)),
          (header) => (
            <th
              className={cellClasses(header, "nhsuk-table__header")}
              scope="col"
              role={responsive ? "columnheader" : undefined}
              colSpan={responsive ? undefined : header.colspan}
              rowSpan={header.rowspan}
              {...sortAttributes(header, sortable, onServer)}
              {...attributes(header.attributes)}
            >
              <CellContent {...header} />
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

type BodyCellProps = {
  readonly table: TableProps;
  readonly cell: TableCell;
  readonly header: TableHeader;
  readonly isFirst: boolean;
};

function BodyCell({ table, cell: data, header, isFirst }: BodyCellProps): ReactNode {
  const { responsive, firstCellIsHeader } = table;
  const isHeader = isFirst && firstCellIsHeader;
  const Element = isHeader ? "th" : "td";
  const setRight = data.format === "string" && header.format === "numeric" ? "right" : header.align;
  const options = { ...data, format: data.format ?? header.format, align: data.align ?? setRight };
  return (
    <Element
      className={cellClasses(options, isHeader ? "nhsuk-table__header" : "nhsuk-table__cell")}
      scope={isHeader ? "row" : undefined}
      role={responsive ? (isHeader ? "rowheader" : "cell") : undefined}
      colSpan={responsive ? undefined : data.colspan}
      rowSpan={data.rowspan}
      data-sort-value={data.sortValue || undefined}
      {...attributes(data.attributes)}
    >
      {responsive && (
        <span className="nhsuk-table__heading" aria-hidden="true">
          <CellValue
            text={header.text}
            html={header.html ?? header.children}
            visuallyHiddenText={header.visuallyHiddenText}
          />{" "}
        </span>
      )}
      {responsive && (data.html || data.children) ? (
        <span>
          <CellContent {...data} />
        </span>
      ) : (
        <CellContent {...data} />
      )}
    </Element>
  );
}

function isSortedOnServer(head: readonly Slot<TableHeader>[]): boolean {
  const headers = head.map((header) => slot<TableHeader>(header));
  const first = headers.findIndex(({ sort }) => sort);
  return first >= 0 && headers.some(({ href }, index) => href && index >= first);
}

function TableElement({ table }: { readonly table: TableProps }): ReactNode {
  const { responsive, head = [] } = table;
  const caption = slot<TableCaption>(table.caption);
  const headers = head.map((header) => slot<TableHeader>(header));
  const sortable = headers.some(({ sort }) => sort);
  const className = tableClasses(table, sortable);
  const saysSortable = className.includes("nhsuk-table--sortable");
  return (
    <table
      className={className}
      id={table.id}
      data-module={saysSortable && !isSortedOnServer(head) ? "nhsuk-table" : undefined}
      {...translation("sort-announcement", table.sortAnnouncementText)}
      {...translation("ascending", table.ascendingText)}
      {...translation("descending", table.descendingText)}
      role={responsive ? "table" : undefined}
      {...attributes(table.attributes)}
    >
      {hasContent(caption) && (
        <CaptionElement caption={caption} id={captionId(table, caption)} sortable={saysSortable} />
      )}
      {head.length > 0 && <Head table={table} head={head} sortable={sortable} />}
      <tbody className="nhsuk-table__body">
        {each(present(table.rows), (row) => (
          <tr className="nhsuk-table__row" role={responsive ? "row" : undefined}>
            {each(
              row.map((cell) => isThere(cell) && slot<TableCell>(cell)),
              (cell, column) => (
                <BodyCell table={table} cell={cell} header={headers[column] ?? {}} isFirst={column === 0} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Table(props: TableProps): ReactNode {
  const { card, scroll, variant } = props;
  const table = <TableElement table={props} />;
  const labelledBy = captionId(props, slot<TableCaption>(props.caption));
  const placed = scroll ? (
    <Scroll labelledBy={labelledBy} variant={variant}>
      {table}
    </Scroll>
  ) : (
    table
  );
  if (!card) return placed;
  const { id, heading, href, actions, classes, attributes: extra } = card;
  return (
    <Card {...{ id, heading, href, actions, classes }} attributes={extra} variant={card.variant}>
      {placed}
    </Card>
  );
}
