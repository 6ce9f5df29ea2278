import { parseArgs } from "node:util";
import { BadSetting, type Config } from "#platform/config.ts";
import { loadDemonstration } from "../demonstration/load.ts";
import { openGround } from "./open-ground.ts";

export async function seedCommand(config: Config, args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { scale: { type: "string", default: "demo" } }, strict: false });
  const scale = values.scale;
  if (scale !== "demo" && scale !== "national") {
    throw new BadSetting("--scale must be demo or national.");
  }
  const say = (line: string): void => console.error(line);
  const ground = await openGround(config, { report: say });
  try {
    await loadDemonstration(ground.owner, scale, say);
  } finally {
    await ground.close();
  }
}
