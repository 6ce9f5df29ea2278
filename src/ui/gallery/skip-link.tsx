import { SkipLink } from "../nhs/skip-link.tsx";
import { specimensOf } from "./specimen.ts";

export const skipLinkSpecimens = specimensOf("SkipLink", {
  default: () => <SkipLink />,
  "with other words": () => <SkipLink text="Skip to the results" href="#maincontent" />,
});
