export { livingChart } from "./living-chart.tsx";
export { playgroundNavigation } from "./navigation.ts";
export { mountPlayground } from "./routes.ts";
