export { playgroundNavigation } from "./navigation.ts";
export { mountPlayground } from "./routes.ts";
