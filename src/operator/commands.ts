import type { Config } from "#platform/config.ts";
import { administratorCommand } from "./administrator.ts";
import { backupCommand } from "./backup.ts";
import { feedCommand } from "./feed.ts";
import { reckonCommand } from "./reckon.ts";
import { resetCommand } from "./reset.ts";
import { restoreCommand } from "./restore.ts";
import { seedCommand } from "./seed.ts";
import { startCommand } from "./start.ts";
import { typesCommand } from "./types.ts";
import { verifyAuditCommand } from "./verify-audit.ts";

export type Command = (config: Config, args: string[]) => Promise<void>;

export const commands: Record<string, Command> = {
  start: startCommand,
  seed: seedCommand,
  administrator: administratorCommand,
  backup: backupCommand,
  restore: restoreCommand,
  reckon: reckonCommand,
  feed: feedCommand,
  "audit:verify": verifyAuditCommand,
  "db:reset": resetCommand,
  "db:types": typesCommand,
};
