import type { ReactNode } from "react";
import { InsetText } from "./nhs/inset-text.tsx";

export type DataClass = "public" | "plan" | "staff-directory" | "about-people" | "protected";

export type DataClassWarningProps = {
  readonly dataClass: DataClass;
  /** Who will see it, where the page knows it more exactly. */
  readonly readers?: ReactNode;
};

const whoReads: Readonly<Record<DataClass, string>> = {
  public: "Anybody can read this, also without an account.",
  plan: "Everybody who can see this plan can read this.",
  "staff-directory": "People who are signed in can read this. You choose what they see of you.",
  "about-people":
    "This is about people or organisations. Only those named on this page can read it, and it is recorded when they do.",
  protected:
    "Only you can read this. It is counted with others in groups that are too large to tell who is who.",
};

/** Says who will read what is typed here, and that patients' data has no place in it. */
export function DataClassWarning({ dataClass, readers }: DataClassWarningProps): ReactNode {
  return (
    <InsetText classes="tl-data-class" visuallyHiddenText="Who can read this">
      <p>
        <strong>{readers ?? whoReads[dataClass]}</strong> Do not write anything here by which a patient could
        be recognised: no names, NHS numbers, dates of birth or initials with a ward.
      </p>
    </InsetText>
  );
}
