import type { Config } from "#platform/config.ts";
import { openDatabase } from "#platform/database.ts";
import { reckonAll } from "#modules/measures/index.ts";
import { withOwner } from "./with-owner.ts";

/** Every chart's verdict reckoned again, as after a change of the statistics. The program may go on meanwhile. */
export async function reckonCommand(config: Config): Promise<void> {
  await withOwner(config, async (owner) => {
    const database = openDatabase({ connection: owner, poolSize: 6, statementTimeoutMs: 600_000 });
    try {
      const began = performance.now();
      const { series, written } = await reckonAll(database.db);
      const seconds = (performance.now() - began) / 1000;
      console.error(
        `${series.toLocaleString("en-GB")} series reckoned in ${seconds.toFixed(1)} s; ${written.toLocaleString("en-GB")} verdicts written.`,
      );
    } finally {
      await database.close();
    }
  });
}
