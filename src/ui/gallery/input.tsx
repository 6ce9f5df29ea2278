import { Input } from "../nhs/input.tsx";
import { longSentence, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const inputSpecimens = specimensOf("Input", {
  default: () => <Input id="name" name="name" label="Name of the plan" />,
  "with hint": () => (
    <Input id="name-hint" name="name-hint" label="Name of the plan" hint="In a few plain words" />
  ),
  filled: () => <Input id="name-filled" name="name-filled" label="Name of the plan" value="Fewer falls" />,
  error: () => (
    <Input
      id="name-error"
      name="name-error"
      label="Name of the plan"
      errorMessage="Enter the name of the plan"
    />
  ),
  "with prefix and suffix": () => (
    <Input id="affix" name="affix" label="Cost" prefix="£" suffix="a month" width={5} inputmode="numeric" />
  ),
  code: () => <Input id="code" name="code" label="Code of the organisation" code width={10} />,
  disabled: () => (
    <Input id="name-disabled" name="name-disabled" label="Name of the plan" disabled value="Fewer falls" />
  ),
  "as the question of a page": () => (
    <Input
      id="question"
      name="question"
      label={{ text: "What are you trying to improve?", size: "l", heading: { level: 2 } }}
    />
  ),
  "long text": () => (
    <Input id="name-long" name="name-long" label={longTitle} hint={longSentence} value={longSentence} />
  ),
});
