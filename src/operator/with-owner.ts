import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { ClientConfig } from "pg";
import type { Config } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { withCluster } from "#platform/postgres/index.ts";

/** Works as the database's owner: on the one that was given, or on our own, running or not. */
export async function withOwner<Answer>(
  config: Config,
  work: (owner: ClientConfig) => Promise<Answer>,
): Promise<Answer> {
  const given = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  if (given) return work({ connectionString: given });
  const dataDir = resolve(config.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  return withCluster({ dataDir, log: createLog({ LOG_LEVEL: "silent" }) }, (cluster) => work(cluster.owner));
}
