import { Caption } from "../nhs/caption.tsx";
import { specimensOf } from "./specimen.ts";

export const captionSpecimens = specimensOf("Caption", {
  default: () => <Caption text="Alder ward" />,
  sizes: () => (
    <>
      <Caption size="xl" text="Extra large" />
      <Caption size="l" text="Large" />
      <Caption size="m" text="Medium" />
    </>
  ),
});
