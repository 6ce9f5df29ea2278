/** A program that does nothing but run a cluster, for tests that kill it: node cluster-program.ts DATA_DIR. */
import { pino } from "pino";
import { startCluster } from "../../src/platform/postgres/index.ts";

const began = performance.now();
try {
  const cluster = await startCluster({ dataDir: process.argv[2]!, log: pino({ level: "silent" }) });
  const { owner, dataPath, adopted } = cluster;
  const alive = setInterval(() => undefined, 1_000);
  process.on("SIGTERM", () => void cluster.stop().finally(() => clearInterval(alive)));
  console.log(JSON.stringify({ owner, dataPath, adopted, milliseconds: performance.now() - began }));
} catch (error) {
  console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }));
}
