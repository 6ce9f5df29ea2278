import { Image } from "../nhs/image.tsx";
import { specimensOf } from "./specimen.ts";

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'%3E%3Cpath fill='%23005eb8' d='M0 0h160v90H0z'/%3E%3Cpath d='M20 25h20C90 25 60 65 120 65h20' fill='none' stroke='%23fff' stroke-width='6'/%3E%3C/svg%3E";

export const imageSpecimens = specimensOf("Image", {
  default: () => (
    <Image src={picture} alt="A blue field with the mark of Throughline" caption="Drawn for this gallery" />
  ),
  "without edges": () => (
    <Image
      src={picture}
      alt="A blue field with the mark of Throughline"
      border={false}
      background={false}
      width="one-third"
    />
  ),
});
