import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";

/** Whatever is invited to, its invitations lie in a table of this shape. */
export type InvitationTable = "invitations" | "plan_invitations";

/** One use less, if there is one: of two who take the last at the same moment, one finds none. */
export async function takeUse(tx: Tx, table: InvitationTable, id: string, at: Date): Promise<boolean> {
  const used = await sql`
    UPDATE ${sql.table(table)} SET uses_left = uses_left - 1
    WHERE id = ${id} AND uses_left > 0 AND withdrawn_at IS NULL AND expires_at > ${at}`.execute(tx);
  return used.numAffectedRows === 1n;
}

export async function withdrawFrom(tx: Tx, table: InvitationTable, id: string, at: Date): Promise<boolean> {
  const withdrawn = await sql`
    UPDATE ${sql.table(table)} SET withdrawn_at = ${at} WHERE id = ${id} AND withdrawn_at IS NULL`.execute(
    tx,
  );
  return withdrawn.numAffectedRows === 1n;
}
