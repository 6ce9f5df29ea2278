import { join } from "node:path";

/** Where the audit's heads are kept outside the database. */
export function anchorFileIn(dataDir: string): string {
  return join(dataDir, "audit-heads.jsonl");
}
