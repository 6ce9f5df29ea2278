import { Label } from "../nhs/label.tsx";
import { specimensOf } from "./specimen.ts";

export const labelSpecimens = specimensOf("Label", {
  default: () => <Label for="label-example" text="Name of the plan" />,
  large: () => <Label for="label-example" text="Name of the plan" size="l" />,
  "with a caption": () => (
    <Label for="label-example" text="Name of the plan" size="m" caption="Step 1 of 3" />
  ),
});
