import type { ClientConfig } from "pg";
import type { Config } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { withCluster } from "#platform/postgres/index.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { withConnection } from "./reach.ts";
import { refuseNewerData } from "./written-by.ts";

/** Works as the database's owner: on the one that was given, or on our own, running or not. */
export async function withOwner<Answer>(
  config: Config,
  work: (owner: ClientConfig) => Promise<Answer>,
): Promise<Answer> {
  const given = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  if (given) {
    const owner = { connectionString: given };
    await withConnection(owner, () => Promise.resolve());
    return work(owner);
  }
  const dataDir = await prepareDataFolder(config);
  await refuseNewerData(dataDir);
  return withCluster({ dataDir, log: createLog({ LOG_LEVEL: "silent" }) }, (cluster) => work(cluster.owner));
}
