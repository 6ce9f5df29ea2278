import { DateInput } from "../nhs/date-input.tsx";
import { specimensOf } from "./specimen.ts";

export const dateInputSpecimens = specimensOf("DateInput", {
  default: () => (
    <DateInput
      id="start"
      fieldset={{ legend: "When did it start?" }}
      hint="For example, 15 3 2026"
      namePrefix="start"
    />
  ),
  filled: () => (
    <DateInput
      id="filled"
      fieldset={{ legend: "When did it start?" }}
      namePrefix="filled"
      values={{ day: 1, month: 4, year: 2026 }}
    />
  ),
  error: () => (
    <DateInput
      id="wrong"
      fieldset={{ legend: "When did it start?" }}
      namePrefix="wrong"
      errorMessage="Enter the date it started"
    />
  ),
  "error in one part": () => (
    <DateInput
      id="part"
      fieldset={{ legend: "When did it start?" }}
      namePrefix="part"
      errorMessage="The start must include a year"
      items={[
        { name: "day", width: 2, value: "1" },
        { name: "month", width: 2, value: "4" },
        { name: "year", width: 4, error: true },
      ]}
    />
  ),
});
