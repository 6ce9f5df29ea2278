import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { ItemRow } from "../item.ts";
import type { Pack } from "../pack/pack.ts";

export type FrameworkRow = {
  id: string;
  key: string;
  number: number;
  planId: string | null;
  title: string;
  version: number;
};

export async function listFrameworks(db: Db): Promise<FrameworkRow[]> {
  const { rows } = await sql<FrameworkRow>`
    SELECT f.id, f.key, f.number, f.plan_id AS "planId", v.title, f.version
    FROM frameworks f JOIN framework_versions v ON v.framework_id = f.id AND v.number = f.number
    ORDER BY v.title, f.key`.execute(db);
  return rows;
}

export async function readFramework(db: Db | Tx, key: string): Promise<FrameworkRow | undefined> {
  const { rows } = await sql<FrameworkRow>`
    SELECT f.id, f.key, f.number, f.plan_id AS "planId", v.title, f.version
    FROM frameworks f JOIN framework_versions v ON v.framework_id = f.id AND v.number = f.number
    WHERE f.key = ${key}`.execute(db);
  return rows[0];
}

/** Held until the commit, so that two new versions never get the same number. */
export async function lockFramework(tx: Tx, key: string): Promise<{ id: string; last: number } | undefined> {
  await sql`SELECT FROM frameworks WHERE key = ${key} FOR UPDATE`.execute(tx);
  const { rows } = await sql<{ id: string; last: number }>`
    SELECT f.id, (SELECT coalesce(max(v.number), 0) FROM framework_versions v WHERE v.framework_id = f.id) AS last
    FROM frameworks f WHERE f.key = ${key}`.execute(tx);
  return rows[0];
}

/** The last edition of its publishers that was taken: its number among them and among the versions here. */
export async function readLastEdition(
  tx: Db | Tx,
  frameworkId: string,
): Promise<{ edition: number; number: number; digest: string } | undefined> {
  const { rows } = await sql<{ edition: number; number: number; digest: string }>`
    SELECT edition, number, digest FROM framework_versions
    WHERE framework_id = ${frameworkId} AND edition IS NOT NULL ORDER BY edition DESC LIMIT 1`.execute(tx);
  return rows[0];
}

export async function insertFramework(tx: Tx, key: string): Promise<void> {
  await tx
    .insertInto("frameworks")
    .values({ key })
    .onConflict((same) => same.doNothing())
    .execute();
}

export type NewVersion = {
  frameworkId: string;
  number: number;
  edition: number | null;
  digest: string;
  head: Pack["framework"];
  reason: string;
  by: string | null;
  at: Date;
};

/** Written whole, once; from then on it is the version in force. */
export async function insertVersion(tx: Tx, version: NewVersion, items: readonly ItemRow[]): Promise<void> {
  const { frameworkId, number, edition, digest, head, reason, by, at } = version;
  await tx
    .insertInto("framework_versions")
    .values({
      framework_id: frameworkId,
      number,
      edition,
      digest,
      title: head.title,
      head: JSON.stringify(head),
      reason,
      made_by: by,
      made_at: at,
    })
    .execute();
  await sql`INSERT INTO framework_items (framework_id, number, key, kind, parent, position, title, text, detail)
    SELECT ${frameworkId}, ${number}, r.key, r.kind, r.parent, r.position, r.title, r.text, r.detail
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS r (key text, kind text, parent text, position int, title text, text text, detail jsonb)`.execute(tx);
  await tx
    .updateTable("frameworks")
    .set((set) => ({ number, version: set("version", "+", 1) }))
    .where("id", "=", frameworkId)
    .execute();
}

export type VersionRow = {
  number: number;
  edition: number | null;
  title: string;
  reason: string;
  madeBy: string | null;
  madeAt: Date;
};

export async function listVersions(db: Db, frameworkId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    SELECT v.number, v.edition, v.title, v.reason, u.name AS "madeBy", v.made_at AS "madeAt"
    FROM framework_versions v LEFT JOIN users u ON u.id = v.made_by AND u.erased_at IS NULL
    WHERE v.framework_id = ${frameworkId} ORDER BY v.number DESC`.execute(db);
  return rows;
}

export type Version = { head: Pack["framework"]; items: ItemRow[] };

/** A version never changes, so that a process need read it only once. */
export async function readVersion(
  db: Db | Tx,
  frameworkId: string,
  number: number,
): Promise<Version | undefined> {
  const { rows } = await sql<Version>`
    SELECT v.head, (SELECT jsonb_agg(jsonb_build_object('key', i.key, 'kind', i.kind, 'parent', i.parent,
        'position', i.position, 'title', i.title, 'text', i.text, 'detail', i.detail) ORDER BY i.position)
      FROM framework_items i WHERE i.framework_id = v.framework_id AND i.number = v.number) AS items
    FROM framework_versions v WHERE v.framework_id = ${frameworkId} AND v.number = ${number}`.execute(db);
  return rows[0];
}
