import { DoDontList } from "../nhs/do-dont-list.tsx";
import { specimensOf } from "./specimen.ts";

export const doDontListSpecimens = specimensOf("DoDontList", {
  do: () => (
    <DoDontList
      heading={{ text: "Do", level: 2 }}
      icon="tick"
      items={[
        { text: "start with one patient, one nurse, one shift" },
        { text: "write down what you expect" },
      ]}
    />
  ),
  "do not": () => (
    <DoDontList
      heading={{ text: "Do not", level: 2 }}
      icon="cross"
      items={[{ text: "wait for permission to learn" }, { text: "change three things at once" }]}
    />
  ),
});
