import { Textarea } from "../nhs/textarea.tsx";
import { longText, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const textareaSpecimens = specimensOf("Textarea", {
  default: () => <Textarea id="aim" name="aim" label="What is the aim?" />,
  "with hint": () => (
    <Textarea id="aim-hint" name="aim-hint" label="What is the aim?" hint="How much, by when, for whom" />
  ),
  error: () => (
    <Textarea id="aim-error" name="aim-error" label="What is the aim?" errorMessage="Enter the aim" />
  ),
  "kept in the browser": () => (
    <Textarea
      id="aim-kept"
      name="aim-kept"
      label="What did you learn?"
      attributes={{ "data-autosave": "gallery" }}
    />
  ),
  disabled: () => (
    <Textarea id="aim-disabled" name="aim-disabled" label="What is the aim?" disabled value="Halve falls" />
  ),
  "long text": () => <Textarea id="aim-long" name="aim-long" label={longTitle} value={longText} rows={8} />,
});
