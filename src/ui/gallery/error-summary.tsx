import { ErrorSummary } from "../nhs/error-summary.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const errorSummarySpecimens = specimensOf("ErrorSummary", {
  default: () => (
    <ErrorSummary
      disableAutoFocus
      heading="There is a problem"
      errorList={[{ text: "Enter the name of the plan", href: "#name" }]}
    />
  ),
  "many errors": () => (
    <ErrorSummary
      disableAutoFocus
      heading="There are 8 problems"
      description="Nothing has been saved yet."
      errorList={many(8, (n) => ({
        text: `Line ${n}: the code must be 3 to 6 letters and figures`,
        href: `#line-${n}`,
      }))}
    />
  ),
});
