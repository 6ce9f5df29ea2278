import { sql } from "kysely";
import type { Db, Tx } from "./database.ts";

/** The chain of deeds that belong to no single body. */
export const platformChain = "00000000-0000-0000-0000-000000000000";

/** What was done, in ids and digests only: no name, address or text of a person ever goes in. */
export type Deed = {
  action: string;
  kind: string;
  id: string;
  /** The body whose chain holds the entry. */
  bodyId?: string | undefined;
  detail?: Record<string, string | number | boolean | null | string[]>;
};

export type Doer = { actorId: string | null; requestId: string; at: Date };

export async function appendAudit(tx: Tx, doer: Doer, deed: Deed): Promise<void> {
  await sql`SELECT audit_append(
    ${deed.bodyId ?? platformChain}::uuid, ${doer.at}::timestamptz, ${doer.actorId}::uuid, ${deed.action},
    ${deed.kind}, ${deed.id}, ${doer.requestId}, ${JSON.stringify(deed.detail ?? {})}::jsonb)`.execute(tx);
}

export type AuditFault = { chain: string; seq: number; fault: string };
export type AnchoredHead = { chain: string; seq: number; hash: string };

/**
 * Follows every chain from its first entry and names the first place where it does not hold. The heads
 * that were written outside the database show a tail that was cut off, which the chain alone cannot.
 */
export async function verifyAudit(db: Db, anchors: readonly AnchoredHead[] = []): Promise<AuditFault[]> {
  const { rows } = await sql<AuditFault>`
    WITH linked AS (
      SELECT e.chain, e.seq, e.hash,
        row_number() OVER chain_order AS expected,
        audit_hash(coalesce(lag(e.hash) OVER chain_order, '\\x'::bytea), e) = e.hash AS holds
      FROM audit_entries e
      WINDOW chain_order AS (PARTITION BY e.chain ORDER BY e.seq)
    ), broken AS (
      SELECT chain, min(seq) AS seq,
        CASE WHEN bool_or(seq <> expected) THEN 'an entry is missing or out of order' ELSE 'the entry was changed' END AS fault
      FROM linked WHERE seq <> expected OR NOT holds GROUP BY chain
    ), tails AS (
      SELECT coalesce(h.chain, t.chain) AS chain, coalesce(t.seq, 0) + 1 AS seq, 'the end of the chain is missing or changed' AS fault
      FROM audit_chains h FULL JOIN (
        SELECT DISTINCT ON (chain) chain, seq, hash FROM audit_entries ORDER BY chain, seq DESC
      ) t USING (chain)
      WHERE h.seq IS DISTINCT FROM t.seq OR h.hash IS DISTINCT FROM t.hash
    )
    SELECT chain, seq, fault FROM broken UNION ALL SELECT chain, seq, fault FROM tails
    ORDER BY chain, seq`.execute(db);
  return [...rows, ...(await anchorFaults(db, anchors))];
}

async function anchorFaults(db: Db, anchors: readonly AnchoredHead[]): Promise<AuditFault[]> {
  if (anchors.length === 0) return [];
  const { rows } = await sql<AuditFault>`
    SELECT a.chain, a.seq, 'the entry does not match the head that was written outside the database' AS fault
    FROM jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) AS a(chain uuid, seq bigint, hash text)
    LEFT JOIN audit_entries e ON e.chain = a.chain AND e.seq = a.seq
    WHERE e.hash IS NULL OR encode(e.hash, 'hex') <> a.hash
    ORDER BY a.chain, a.seq`.execute(db);
  return rows;
}

/** The heads as they stand, to be kept somewhere that the database's owner cannot reach. */
export async function auditHeads(db: Db, changedSince?: Date): Promise<AnchoredHead[]> {
  const { rows } = await sql<AnchoredHead>`
    SELECT h.chain, h.seq, encode(h.hash, 'hex') AS hash FROM audit_chains h
    JOIN audit_entries e ON e.chain = h.chain AND e.seq = h.seq
    WHERE ${changedSince ?? null}::timestamptz IS NULL OR e.at >= ${changedSince ?? null}::timestamptz
    ORDER BY h.chain`.execute(db);
  return rows;
}

export async function countAuditEntries(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM audit_entries`.execute(db);
  return rows[0]!.count;
}
