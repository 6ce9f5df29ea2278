import { ActionLink } from "../nhs/action-link.tsx";
import { longSentence } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const actionLinkSpecimens = specimensOf("ActionLink", {
  default: () => <ActionLink href="#plan" text="Start a plan" />,
  "as a button": () => <ActionLink type="button" text="Start a plan" />,
  "long text": () => <ActionLink href="#long" text={longSentence} />,
});
