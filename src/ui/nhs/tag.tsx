import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass, variantClass } from "./class-names.ts";
import { inner, type Content } from "./content.ts";

export type TagColour =
  | "white"
  | "grey"
  | "green"
  | "aqua-green"
  | "blue"
  | "purple"
  | "pink"
  | "red"
  | "orange"
  | "yellow";

export type TagProps = Content & {
  readonly id?: string;
  /** `false` shows the tag as plain text. */
  readonly colour?: TagColour | false;
  readonly border?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const colours = ["white", "grey", "green", "aqua-green", "blue", "purple", "pink", "red", "orange", "yellow"];

export function Tag(props: TagProps): ReactNode {
  const { colour, border, classes } = props;
  return (
    <strong
      className={classNames(
        "nhsuk-tag",
        variantClass("nhsuk-tag--", colour, colours, classes),
        switchedClass("nhsuk-tag--no-colour", colour === false, classes),
        switchedClass("nhsuk-tag--no-border", border === false, classes),
        classes,
      )}
      id={props.id}
      {...attributes(props.attributes)}
    >
      {inner(props)}
    </strong>
  );
}
