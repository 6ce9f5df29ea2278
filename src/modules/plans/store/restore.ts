import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import { keptPlaces, type KeptText } from "../kept-text.ts";

/** Puts a text back where it stood. Says whether there is such a place in this plan. */
export async function putBack(tx: Tx, planId: string, given: KeptText): Promise<boolean> {
  const place = keptPlaces[given.thingKind];
  const column = place?.columns[given.field];
  if (!place || !column) return false;
  const whose =
    given.thingKind === "plan"
      ? sql`id = ${planId} AND id = ${given.thingId}`
      : sql`id = ${given.thingId} AND plan_id = ${planId}`;
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(place.table)} SET ${sql.ref(column)} = ${given.text}, version = version + 1
    WHERE ${whose}`.execute(tx);
  return numAffectedRows === 1n;
}

/** A node as it stands now, to be given other words. */
export async function readNodeVersion(tx: Tx, planId: string, nodeId: string): Promise<number | undefined> {
  const node = await tx
    .selectFrom("plan_nodes")
    .select("version")
    .where("plan_id", "=", planId)
    .where("id", "=", nodeId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return node?.version;
}
