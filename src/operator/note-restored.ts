import {
  appendAudit,
  countAuditEntries,
  platformChain,
  verifyAudit,
  type AnchoredHead,
} from "#platform/audit.ts";
import { openDatabase } from "#platform/database.ts";
import { createLog } from "#platform/log.ts";
import { withCluster } from "#platform/postgres/index.ts";

export type Restored = { backupAt: string; to: string; at: Date };
export type Followed = { entries: number; faults: number };

/** Follows the audit to where the restore ends, and writes into it, at that place, that there was one. */
export async function noteRestored(
  dataDir: string,
  anchors: readonly AnchoredHead[],
  { at, ...detail }: Restored,
): Promise<Followed> {
  return withCluster({ dataDir, log: createLog({ LOG_LEVEL: "silent" }) }, async ({ owner }) => {
    const { db, close } = openDatabase({ connection: owner, poolSize: 2, statementTimeoutMs: 3_600_000 });
    try {
      const [faults, entries] = [await verifyAudit(db, anchors), await countAuditEntries(db)];
      // A chain that is broken is left for whoever looks into it.
      if (faults.length === 0)
        await db
          .transaction()
          .execute((tx) =>
            appendAudit(
              tx,
              { actorId: null, requestId: "restore", at },
              { action: "restore-database", kind: "database", id: platformChain, detail },
            ),
          );
      return { entries, faults: faults.length };
    } finally {
      await close();
    }
  });
}
