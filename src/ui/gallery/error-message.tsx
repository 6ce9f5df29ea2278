import { ErrorMessage } from "../nhs/error-message.tsx";
import { longSentence } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const errorMessageSpecimens = specimensOf("ErrorMessage", {
  default: () => <ErrorMessage text="Enter the name of the plan" />,
  "long text": () => <ErrorMessage text={longSentence} />,
});
