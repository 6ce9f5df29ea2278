import { Tabs } from "../nhs/tabs.tsx";
import { longText } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const tabsSpecimens = specimensOf("Tabs", {
  default: () => (
    <Tabs
      id="plan-tabs"
      items={[
        { id: "tab-aim", label: "Aim", panel: { text: "Halve falls by 31 March 2027." } },
        { id: "tab-tests", label: "Tests", panel: { html: <p>{longText}</p> } },
      ]}
    />
  ),
});
