import { resolve } from "node:path";
import { countAuditEntries, verifyAudit } from "#platform/audit.ts";
import type { Config } from "#platform/config.ts";
import { openDatabase } from "#platform/database.ts";
import { auditInWords } from "./audit-in-words.ts";
import { readAnchors } from "./anchor-file.ts";
import { withOwner } from "./with-owner.ts";

/** Follows every chain of the audit to its end, against the heads kept outside the database. */
export async function verifyAuditCommand(config: Config): Promise<void> {
  await withOwner(config, async (owner) => {
    const reader = openDatabase({ connection: owner, poolSize: 2, statementTimeoutMs: 600_000 });
    try {
      const anchors = await readAnchors(resolve(config.DATA_DIR));
      const faults = await verifyAudit(reader.db, anchors);
      const count = await countAuditEntries(reader.db);
      for (const fault of faults) console.error(`Chain ${fault.chain}, entry ${fault.seq}: ${fault.fault}.`);
      console.error(auditInWords({ entries: count, heads: anchors.length, faults: faults.length }));
      if (faults.length > 0) process.exitCode = 1;
    } finally {
      await reader.close();
    }
  });
}
