import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import type { DefinitionText } from "../definition.ts";
import { insertVersion, searchWords } from "./definitions.ts";

export type NextVersion = {
  id: string;
  /** The version that was changed. */
  from: number;
  text: DefinitionText;
  reason: string;
  by: string;
  at: Date;
};

/** Says whether it is the newest now; not, where somebody else has written one in the meantime. */
export async function writeNextVersion(tx: Tx, next: NextVersion): Promise<boolean> {
  const { id, from, text } = next;
  const taken = await tx
    .updateTable("definitions")
    .set({ version: from + 1, search_text: searchWords(text) })
    .where("id", "=", id)
    .where("version", "=", from)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return false;
  await insertVersion(tx, { ...next, version: from + 1 });
  return true;
}

/** The numbers of a series and of its parts mean what this version says from now on. */
export async function pinVersion(tx: Tx, seriesId: string, version: number): Promise<void> {
  await tx
    .updateTable("series")
    .set((column) => ({
      definition_version: version,
      version: column("version", "+", 1),
      revision: column("revision", "+", 1),
    }))
    .where((is) => is.or([is("id", "=", seriesId), is("whole_id", "=", seriesId)]))
    .execute();
}

export async function takeUpVersion(tx: Tx, definitionId: string, version: number): Promise<void> {
  await tx
    .updateTable("definitions")
    .set({ made_from_version: version })
    .where("id", "=", definitionId)
    .where("made_from", "is not", null)
    .execute();
}

export async function shareDefinition(tx: Tx, id: string): Promise<boolean> {
  const shared = await tx
    .updateTable("definitions")
    .set({ shared: true })
    .where("id", "=", id)
    .where("shared", "=", false)
    .executeTakeFirst();
  return shared.numUpdatedRows === 1n;
}

export async function retireDefinition(
  tx: Tx,
  { id, reason, at }: { id: string; reason: string; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE definitions SET retired_at = ${at}, retired_reason = ${reason}
    WHERE id = ${id} AND retired_at IS NULL`.execute(tx);
  return numAffectedRows === 1n;
}
