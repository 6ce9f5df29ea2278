import { ConflictPanel } from "../conflict-panel.tsx";
import { longSentence, longText, many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const conflictPanelSpecimens = specimensOf("ConflictPanel", {
  default: () => (
    <ConflictPanel
      id="conflict-1"
      changedBy="Priya Shah, today at 2:15pm"
      fields={[
        {
          name: "aim",
          label: "Aim",
          yours: "Halve falls by 31 March 2027.",
          theirs: "Halve falls by 30 June 2027.",
        },
      ]}
    />
  ),
  "one side empty": () => (
    <ConflictPanel
      id="conflict-2"
      heading="The sponsor was changed while you were writing"
      fields={[{ name: "sponsor", label: "Sponsor", yours: "", theirs: "Dr Okafor" }]}
    />
  ),
  "many fields, long text": () => (
    <ConflictPanel
      id="conflict-3"
      heading="Three parts were changed while you were writing"
      fields={many(3, (n) => ({
        name: `field-${n}`,
        label: `Part ${n}`,
        yours: longText,
        theirs: longSentence,
      }))}
    />
  ),
});
