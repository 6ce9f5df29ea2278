import { Checkboxes } from "../nhs/checkboxes.tsx";
import { Input } from "../nhs/input.tsx";
import { longSentence, many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const skills = [
  { value: "charts", text: "Charts" },
  { value: "flow", text: "Flow and waiting" },
  { value: "people", text: "Working with people" },
];

export const checkboxesSpecimens = specimensOf("Checkboxes", {
  default: () => <Checkboxes name="skills" fieldset={{ legend: "What can you help with?" }} items={skills} />,
  "some checked": () => (
    <Checkboxes
      name="skills-checked"
      fieldset={{ legend: "What can you help with?" }}
      values={["charts", "flow"]}
      items={skills}
    />
  ),
  error: () => (
    <Checkboxes
      name="skills-error"
      fieldset={{ legend: "What can you help with?" }}
      hint="Choose all that apply"
      errorMessage="Choose what you can help with"
      items={skills}
    />
  ),
  "with hints and none": () => (
    <Checkboxes
      name="skills-hints"
      fieldset={{ legend: "What can you help with?" }}
      items={[
        { value: "charts", text: "Charts", hint: "Run charts and control charts" },
        { value: "people", text: "Working with people", hint: longSentence },
        { divider: "or" },
        { value: "none", text: "None of these", behaviour: "exclusive" },
      ]}
    />
  ),
  revealing: () => (
    <Checkboxes
      name="skills-revealing"
      fieldset={{ legend: "How may we reach you?" }}
      items={[
        {
          value: "mail",
          text: "Email",
          conditional: <Input id="reveal-mail" name="mail" label="Email address" />,
        },
        { value: "post", text: "Post" },
      ]}
    />
  ),
  small: () => <Checkboxes small name="skills-small" fieldset={{ legend: "Show only" }} items={skills} />,
  "many items": () => (
    <Checkboxes
      small
      name="skills-many"
      fieldset={{ legend: "Regions" }}
      items={many(20, (n) => ({ value: String(n), text: `Place ${n}` }))}
    />
  ),
});
