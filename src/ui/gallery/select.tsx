import { Select } from "../nhs/select.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const regions = [
  { value: "", text: "Choose a region" },
  { value: "east", text: "East" },
  { value: "north", text: "North" },
  { value: "west", text: "West" },
];

export const selectSpecimens = specimensOf("Select", {
  default: () => <Select id="region" name="region" label="Region" items={regions} />,
  chosen: () => <Select id="region-chosen" name="region" label="Region" value="east" items={regions} />,
  error: () => (
    <Select id="region-error" name="region" label="Region" errorMessage="Choose a region" items={regions} />
  ),
  "many items": () => (
    <Select
      id="region-many"
      name="region"
      label="Local system"
      items={many(44, (n) => ({ value: n, text: `Local system ${n}` }))}
    />
  ),
});
