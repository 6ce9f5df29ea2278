export { reportsSlot } from "./body-slot.tsx";
export { yourReportsSection } from "./home-section.tsx";
export { reportsNavigation } from "./navigation.ts";
export { mountReports } from "./routes.ts";
export { guessSection } from "./guess-section.ts";
export type { FrozenItem, ReportItem } from "./report.ts";
export { reportDigest, reportText } from "./report-text.ts";
