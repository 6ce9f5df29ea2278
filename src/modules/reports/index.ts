export { reportsNavigation } from "./navigation.ts";
export { mountReports } from "./routes.ts";
export { guessSection } from "./guess-section.ts";
export type { FrozenItem, ReportItem } from "./report.ts";
export { reportDigest, reportText } from "./report-text.ts";
