import { Mark } from "../mark.tsx";
import { specimensOf } from "./specimen.ts";

export const markSpecimens = specimensOf("Mark", {
  default: () => <Mark title="Throughline" />,
  large: () => <Mark title="Throughline" size={120} />,
});
