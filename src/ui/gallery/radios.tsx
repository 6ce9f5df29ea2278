import { Radios } from "../nhs/radios.tsx";
import { Textarea } from "../nhs/textarea.tsx";
import { specimensOf } from "./specimen.ts";

const readers = [
  { value: "team", text: "The team" },
  { value: "organisation", text: "The organisation" },
  { value: "everybody", text: "Everybody", hint: "Also people without an account" },
];

export const radiosSpecimens = specimensOf("Radios", {
  default: () => <Radios name="share" fieldset={{ legend: "Who may read this plan?" }} items={readers} />,
  checked: () => (
    <Radios
      name="share-checked"
      fieldset={{ legend: "Who may read this plan?" }}
      value="team"
      items={readers}
    />
  ),
  inline: () => (
    <Radios
      inline
      name="yes"
      fieldset={{ legend: "Is it finished?" }}
      items={[
        { value: "yes", text: "Yes" },
        { value: "no", text: "No" },
      ]}
    />
  ),
  error: () => (
    <Radios
      name="share-error"
      fieldset={{ legend: "Who may read this plan?" }}
      errorMessage="Choose who may read this plan"
      items={readers}
    />
  ),
  revealing: () => (
    <Radios
      name="share-revealing"
      fieldset={{ legend: "Did you stop?" }}
      items={[
        {
          value: "yes",
          text: "Yes",
          conditional: <Textarea id="reveal-why" name="why" label="What did you learn?" rows={3} />,
        },
        { value: "no", text: "No" },
        { divider: "or" },
        { value: "unknown", text: "I do not know" },
      ]}
    />
  ),
  small: () => <Radios small name="share-small" fieldset={{ legend: "Order by" }} items={readers} />,
});
