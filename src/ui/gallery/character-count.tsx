import { CharacterCount } from "../nhs/character-count.tsx";
import { longSentence } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const characterCountSpecimens = specimensOf("CharacterCount", {
  default: () => <CharacterCount id="count" name="count" label="What did you learn?" maxlength={200} />,
  "with hint": () => (
    <CharacterCount
      id="count-hint"
      name="count-hint"
      label="What did you learn?"
      hint="One thing is enough"
      maxlength={200}
    />
  ),
  error: () => (
    <CharacterCount
      id="count-error"
      name="count-error"
      label="What did you learn?"
      errorMessage="What you learned must be 20 characters or fewer"
      value={longSentence}
      maxlength={20}
    />
  ),
  "near the limit": () => (
    <CharacterCount
      id="count-near"
      name="count-near"
      label="In short"
      maxlength={50}
      threshold={75}
      value="We moved the huddle to before the round."
    />
  ),
});
