import { WarningCallout } from "../nhs/warning-callout.tsx";
import { longText, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const warningCalloutSpecimens = specimensOf("WarningCallout", {
  default: () => (
    <WarningCallout heading={{ text: "No patient data", level: 2 }}>
      Do not write down who a patient is.
    </WarningCallout>
  ),
  "long text": () => <WarningCallout heading={{ text: longTitle, level: 2 }} text={longText} />,
});
