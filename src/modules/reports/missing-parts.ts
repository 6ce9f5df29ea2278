import { sectionLabels, sections, type ReportItem, type ReportSeen } from "./report.ts";

/** What a whole report has and this one does not: said to its authors before they freeze it, and never in the way. */
export function missingParts(
  report: Pick<ReportSeen, "introduction" | "patientStory" | "learningStory" | "minutesMet">,
  items: readonly Pick<ReportItem, "section">[],
): string[] {
  const wanted = sections.filter((section) => section === "people" || section === "burden");
  const absent = wanted.filter((section) => !items.some((item) => item.section === section));
  return [
    ...(items.length === 0 ? ["It has no measure yet."] : []),
    ...absent.map(
      (section) =>
        `Nothing on ${sectionLabels[section].toLowerCase()}: performance alone is half of the picture.`,
    ),
    ...(report.patientStory === "" ? ["No story of somebody’s care in their own words."] : []),
    ...(report.learningStory === ""
      ? ["No story of something that failed and what was learned from it."]
      : []),
    ...(report.minutesMet === null
      ? ["Nothing on how much of its own time the board gave to improvement."]
      : []),
  ];
}
