import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Config } from "#platform/config.ts";
import { migrate } from "#platform/migrate.ts";
import { projectRoot } from "#platform/project-root.ts";
import { schemaTypesArguments } from "#db/schema-types.ts";
import { withOwner } from "./with-owner.ts";

/** Writes db/schema.ts from the database as the migrations leave it. */
export async function typesCommand(config: Config): Promise<void> {
  await withOwner(config, async (owner) => {
    await migrate(owner);
    execFileSync(join(projectRoot, "node_modules/.bin/kysely-codegen"), schemaTypesArguments(owner), {
      stdio: "inherit",
      cwd: projectRoot,
    });
  });
}
