import { Panel } from "../nhs/panel.tsx";
import { longSentence, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const panelSpecimens = specimensOf("Panel", {
  default: () => (
    <Panel heading={{ text: "Plan sent to your team", level: 2 }}>They have each had an email.</Panel>
  ),
  interruption: () => (
    <Panel
      variant="interruption"
      heading={{ text: "This plan has no measure yet", level: 2 }}
      text="Without one nobody can tell whether it worked."
    />
  ),
  "long text": () => <Panel heading={{ text: longTitle, level: 2 }}>{longSentence}</Panel>,
});
