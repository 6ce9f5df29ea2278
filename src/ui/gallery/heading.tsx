import { Heading } from "../nhs/heading.tsx";
import { longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const headingSpecimens = specimensOf("Heading", {
  default: () => <Heading level={2} text="Fewer falls on Alder ward" />,
  sizes: () => (
    <>
      <Heading level={2} size="xl" text="Extra large" />
      <Heading level={2} size="l" text="Large" />
      <Heading level={2} size="m" text="Medium" />
      <Heading level={2} size="s" text="Small" />
      <Heading level={2} size="xs" text="Extra small" />
    </>
  ),
  "with a caption": () => <Heading level={2} size="l" text="Fewer falls" caption="Alder ward" />,
  "long text": () => <Heading level={2} size="l" text={longTitle} />,
});
