import { ContentsList } from "../nhs/contents-list.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const contentsListSpecimens = specimensOf("ContentsList", {
  default: () => (
    <ContentsList
      ariaLabel="Parts of this guide"
      items={[
        { text: "The method", current: true },
        { text: "A first test", href: "#test" },
        { text: "Measures", href: "#measures" },
      ]}
    />
  ),
  "many items": () => (
    <ContentsList
      ariaLabel="Parts of a long guide"
      items={many(12, (n) => ({ text: `Part ${n}`, href: `#part-${n}` }))}
    />
  ),
});
