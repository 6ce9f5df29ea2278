import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";

export type ImageCaption = Content & { readonly classes?: string };

export type ImageProps = {
  readonly id?: string;
  readonly src?: string;
  readonly srcset?: string;
  readonly sizes?: string;
  readonly alt?: string;
  readonly caption?: Slot<ImageCaption>;
  readonly background?: boolean;
  readonly border?: boolean;
  /** A width of the grid, such as `one-half`. */
  readonly width?: string;
  readonly html?: ReactNode;
  readonly children?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Image(props: ImageProps): ReactNode {
  const { src, srcset, sizes, alt, background, border, width, classes } = props;
  const caption = slot<ImageCaption>(props.caption);
  const captionContent = inner(caption);
  return (
    <figure
      className={classNames(
        "nhsuk-image",
        switchedClass("nhsuk-image--no-border", border === false, classes),
        switchedClass("nhsuk-image--no-background", background === false, classes),
        width && switchedClass(`nhsuk-u-width-${width}`, true, classes),
        classes,
      )}
      id={props.id}
      {...attributes(props.attributes)}
    >
      {props.children ||
        props.html ||
        (src && <img className="nhsuk-image__img" src={src} alt={alt ?? ""} sizes={sizes} srcSet={srcset} />)}
      {captionContent && (
        <figcaption className={classNames("nhsuk-image__caption", caption.classes)}>
          {captionContent}
        </figcaption>
      )}
    </figure>
  );
}
