import { readFile } from "node:fs/promises";
import { verifyAudit, type AnchoredHead } from "#platform/audit.ts";
import type { Config } from "#platform/config.ts";
import { openDatabase } from "#platform/database.ts";
import { anchorFile } from "../worker.ts";
import { openGround } from "./open-ground.ts";

/** Follows every chain of the audit to its end, against the heads kept outside the database. */
export async function verifyAuditCommand(config: Config): Promise<void> {
  const ground = await openGround(config);
  const reader = openDatabase({ connection: ground.owner, poolSize: 2, statementTimeoutMs: 600_000 });
  try {
    const anchors = await readAnchors(anchorFile(ground));
    const faults = await verifyAudit(reader.db, anchors);
    const { count } = await reader.db
      .selectFrom("audit_entries")
      .select((build) => build.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    for (const fault of faults) console.log(`Chain ${fault.chain}, entry ${fault.seq}: ${fault.fault}.`);
    console.log(`${count.toLocaleString("en-GB")} entries, ${anchors.length} heads kept outside, ${faults.length} faults.`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await reader.close();
    await ground.close();
  }
}

async function readAnchors(file: string): Promise<AnchoredHead[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as { heads: AnchoredHead[] }).heads);
}
