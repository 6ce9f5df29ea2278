import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { hasContent, slot, type Content, type Slot } from "./content.ts";
import { each } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";
import { Image, type ImageProps } from "./image.tsx";

export type HeroContent = Content & {
  readonly heading?: Slot<HeadingProps>;
  readonly image?: ImageProps;
  readonly width?: string;
  readonly classes?: string;
};

export type HeroProps = Content & {
  readonly id?: string;
  readonly heading?: Slot<HeadingProps>;
  /** One or more columns, beside or instead of the hero's own heading and text. */
  readonly content?: HeroContent | readonly HeroContent[];
  /** A picture behind the text. It needs an inline style, which a strict content security policy refuses. */
  readonly image?: { readonly src?: string };
  readonly width?: string;
  readonly border?: boolean;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function isList(content: HeroProps["content"]): content is readonly HeroContent[] {
  return Array.isArray(content);
}

function columnsOf(props: HeroProps): HeroContent[] {
  const { content, heading, text, html, children, width = "two-thirds" } = props;
  const given = isList(content) ? content : content ? [content] : [];
  const own = heading || hasContent({ text, html, children });
  return own ? [{ heading, text, html: children || html, width }, ...given] : [...given];
}

function ColumnBody({ html, children, text }: Content): ReactNode {
  if (html || children) return html || children;
  return text ? <p className="nhsuk-body-l">{text}</p> : null;
}

function Column({ column, arrow }: { readonly column: HeroContent; readonly arrow: boolean }): ReactNode {
  const heading = slot<HeadingProps>(column.heading);
  return (
    <div className={`nhsuk-grid-column-${column.width || "one-half"}`}>
      <div className={classNames("nhsuk-hero__content", column.classes)}>
        {arrow && <span className="nhsuk-hero__arrow" aria-hidden="true" />}
        <Heading
          {...heading}
          size={heading.size ?? "xl"}
          classes={classNames("nhsuk-hero__heading", heading.classes)}
        />
        <ColumnBody {...column} />
        {column.image && <Image {...column.image} />}
      </div>
    </div>
  );
}

export function Hero(props: HeroProps): ReactNode {
  const { image, heading, border } = props;
  const columns = columnsOf(props);
  const rows = columns.flatMap((_, index) => (index % 2 ? [] : [columns.slice(index, index + 2)]));
  const background = image?.src;
  return (
    <section
      className={classNames(
        "nhsuk-hero",
        background && "nhsuk-hero--image",
        background && heading ? "nhsuk-hero--image-description" : undefined,
        !background && border !== false && "nhsuk-hero--border",
        props.classes,
      )}
      id={props.id}
      style={background ? { backgroundImage: `url('${background}')` } : undefined}
      {...attributes(props.attributes)}
    >
      {rows.length > 0 && (
        <div className={classNames("nhsuk-width-container", props.containerClasses)}>
          {each(rows, (row) => (
            <div className="nhsuk-grid-row">
              {each(row, (column) => (
                <Column column={column} arrow={Boolean(background) && columns.length === 1} />
              ))}
            </div>
          ))}
        </div>
      )}
      {background && <div className="nhsuk-hero__overlay" />}
    </section>
  );
}
