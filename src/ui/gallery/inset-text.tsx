import { InsetText } from "../nhs/inset-text.tsx";
import { longSentence, longText } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const insetTextSpecimens = specimensOf("InsetText", {
  default: () => <InsetText text="You can change this later." />,
  "long text": () => (
    <InsetText>
      <p>{longText}</p>
      <p>{longSentence}</p>
    </InsetText>
  ),
});
