export { loadPacks } from "./commands/load-pack.ts";
export { frameworkNavigation } from "./navigation.ts";
export { FaultyPack } from "./pack/read-pack.ts";
export { mountFramework } from "./routes.ts";
