import { Details } from "../nhs/details.tsx";
import { longText, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const detailsSpecimens = specimensOf("Details", {
  default: () => (
    <Details summary="What is a driver?">Something that has to change for the aim to be met.</Details>
  ),
  open: () => (
    <Details open summary="What is a driver?">
      {longText}
    </Details>
  ),
  "long summary": () => <Details summary={longTitle}>In short: no.</Details>,
});
