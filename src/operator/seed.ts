import { today } from "#platform/clock.ts";
import { parseArgs } from "node:util";
import { BadSetting, type Config } from "#platform/config.ts";
import { migrate } from "#platform/migrate.ts";
import { loadDemonstration } from "../demonstration/load.ts";
import { ensureQueue } from "./ensure-queue.ts";
import { withOwner } from "./with-owner.ts";

export async function seedCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { scale: { type: "string", default: "demo" } },
    strict: false,
  });
  const { scale } = values;
  if (scale !== "demo" && scale !== "national") throw new BadSetting("--scale must be demo or national.");
  const say = (line: string): void => console.error(line);
  await withOwner(config, async (owner) => {
    await migrate(owner, say);
    await ensureQueue(owner);
    await loadDemonstration(owner, { scale, today: today() }, say);
  });
}
