import { SummaryList } from "../nhs/summary-list.tsx";
import { longText, longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const answers = [
  { key: "Name", value: "Fewer falls on Alder ward" },
  { key: "Aim", value: "Halve falls by 31 March 2027" },
  { key: "Lead", value: "Asha Bello" },
];

export const summaryListSpecimens = specimensOf("SummaryList", {
  default: () => <SummaryList rows={answers} />,
  "with actions": () => (
    <SummaryList
      rows={answers.map(({ key, value }) => ({
        key,
        value,
        actions: { items: [{ text: "Change", href: "#change", visuallyHiddenText: key.toLowerCase() }] },
      }))}
    />
  ),
  "without lines": () => <SummaryList border={false} rows={answers} />,
  "in a card": () => <SummaryList card={{ heading: { text: "The plan", level: 2 } }} rows={answers} />,
  "nothing given": () => <SummaryList rows={[{ key: "Sponsor", value: "Not provided" }]} />,
  "long text": () => <SummaryList rows={[{ key: longTitle, value: longText }]} />,
});
