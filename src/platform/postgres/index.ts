export { assertSafeServer } from "./assert-safe-server.ts";
export { ClusterProblem } from "./cluster-problem.ts";
export type { ConnectionSettings } from "./connection-settings.ts";
export { startCluster, type Cluster, type StartOptions } from "./start-cluster.ts";
