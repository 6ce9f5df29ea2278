import { SubNavigation } from "../sub-navigation.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const subNavigationSpecimens = specimensOf("SubNavigation", {
  default: () => (
    <SubNavigation
      ariaLabel="Parts of this plan"
      items={[
        { text: "Overview", href: "#overview", current: true },
        { text: "Tests", href: "#tests", count: 12 },
        { text: "Measures", href: "#measures", count: 0 },
      ]}
    />
  ),
  "many items": () => (
    <SubNavigation
      ariaLabel="Parts of a long thing"
      items={many(14, (n) => ({ text: `Part ${n}`, href: `#part-${n}`, current: n === 3 }))}
    />
  ),
});
