import { Hint } from "../nhs/hint.tsx";
import { longText } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const hintSpecimens = specimensOf("Hint", {
  default: () => <Hint text="It is on the letter that invited you" />,
  "long text": () => <Hint text={longText} />,
});
