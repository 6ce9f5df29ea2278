import { Fieldset } from "../nhs/fieldset.tsx";
import { Input } from "../nhs/input.tsx";
import { specimensOf } from "./specimen.ts";

export const fieldsetSpecimens = specimensOf("Fieldset", {
  default: () => (
    <Fieldset legend={{ text: "Where you work", size: "m" }}>
      <Input id="where-ward" name="ward" label="Ward or team" />
      <Input id="where-site" name="site" label="Site" />
    </Fieldset>
  ),
});
