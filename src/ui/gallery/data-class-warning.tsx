import { DataClassWarning } from "../data-class-warning.tsx";
import { specimensOf } from "./specimen.ts";

export const dataClassWarningSpecimens = specimensOf("DataClassWarning", {
  public: () => <DataClassWarning dataClass="public" />,
  plan: () => <DataClassWarning dataClass="plan" />,
  "staff directory": () => <DataClassWarning dataClass="staff-directory" />,
  "about people": () => <DataClassWarning dataClass="about-people" />,
  protected: () => <DataClassWarning dataClass="protected" />,
  "named readers": () => (
    <DataClassWarning dataClass="plan" readers="Alder ward and its coach can read this." />
  ),
});
