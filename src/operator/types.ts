import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Config } from "#platform/config.ts";
import { projectRoot } from "#platform/project-root.ts";
import { openGround } from "./open-ground.ts";
import { schemaTypesArguments } from "../../db/schema-types.ts";

/** Writes db/schema.ts from the database as the migrations leave it. */
export async function typesCommand(config: Config): Promise<void> {
  const ground = await openGround(config);
  try {
    execFileSync(join(projectRoot, "node_modules/.bin/kysely-codegen"), schemaTypesArguments(ground.owner), {
      stdio: "inherit",
      cwd: projectRoot,
    });
  } finally {
    await ground.close();
  }
}
