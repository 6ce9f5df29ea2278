import { Legend } from "../nhs/legend.tsx";
import { specimensOf } from "./specimen.ts";

export const legendSpecimens = specimensOf("Legend", {
  default: () => (
    <fieldset className="nhsuk-fieldset">
      <Legend text="Where do you work?" />
    </fieldset>
  ),
  large: () => (
    <fieldset className="nhsuk-fieldset">
      <Legend text="Where do you work?" size="l" />
    </fieldset>
  ),
});
