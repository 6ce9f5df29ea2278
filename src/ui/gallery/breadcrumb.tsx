import { Breadcrumb } from "../nhs/breadcrumb.tsx";
import { longTitle } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const breadcrumbSpecimens = specimensOf("Breadcrumb", {
  default: () => (
    <Breadcrumb
      ariaLabel="Breadcrumb of two"
      items={[
        { text: "Home", href: "#home" },
        { text: "Plans", href: "#plans" },
      ]}
    />
  ),
  "many items, long text": () => (
    <Breadcrumb
      ariaLabel="Breadcrumb of many"
      items={[
        { text: "Home", href: "#home" },
        { text: "Northmoor and the Vales local system", href: "#system" },
        { text: "Marshfield Hospitals", href: "#trust" },
        { text: "Alder ward", href: "#ward" },
        { text: longTitle, href: "#plan" },
      ]}
    />
  ),
});
