export { reportsNavigation } from "./navigation.ts";
export { mountReports } from "./routes.ts";
