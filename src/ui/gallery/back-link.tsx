import { BackLink } from "../nhs/back-link.tsx";
import { longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const backLinkSpecimens = specimensOf("BackLink", {
  default: () => <BackLink href="#back" />,
  "with hidden words": () => (
    <BackLink href="#back" visuallyHiddenText="Back to" text="Fewer falls on Alder ward" />
  ),
  "as a button": () => <BackLink type="button" text="Go back" />,
  "long text": () => <BackLink href="#back" text={longTitle} />,
});
