import { Fragment } from "react";
import { Tag, type TagColour } from "../nhs/tag.tsx";
import { specimensOf } from "./specimen.ts";

const colours: readonly TagColour[] = [
  "white",
  "grey",
  "green",
  "aqua-green",
  "blue",
  "purple",
  "pink",
  "red",
  "orange",
  "yellow",
];

export const tagSpecimens = specimensOf("Tag", {
  default: () => <Tag text="Completed" />,
  colours: () => (
    <p>
      {colours.map((colour) => (
        <Fragment key={colour}>
          <Tag colour={colour} text={colour} />{" "}
        </Fragment>
      ))}
    </p>
  ),
  "without a border": () => <Tag border={false} text="Draft" />,
  "without colour": () => <Tag colour={false} text="Completed" />,
});
