import { sql } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import type { Looker } from "#platform/sight.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { usesOf } from "./definitions.ts";
import { definitionText } from "./series.ts";

/** A definition of the catalogue, or one's own, in one of its versions: the newest unless it is said. */
export async function readSeenDefinition(
  db: Db,
  { actor }: Looker,
  { id, version }: { id: string; version: number | null },
): Promise<DefinitionSeen | undefined> {
  const person = isPerson(actor) ? actor.id : null;
  const { rows } = await sql<DefinitionSeen>`
    SELECT d.id, d.version, v.version AS shown, ${definitionText} AS text, d.shared, d.owner_id AS "ownerId",
      o.name AS "ownerName", d.body_id AS "bodyId", d.retired_at AS "retiredAt",
      d.retired_reason AS "retiredReason",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('code', b.code, 'name', b.name) END AS "keptBy",
      ${usesOf(sql.ref("d.id"))} AS uses,
      (SELECT jsonb_agg(jsonb_build_object('version', w.version, 'reason', w.reason, 'by', p.name,
          'at', to_char(w.written_at, 'YYYY-MM-DD')) ORDER BY w.version DESC)
        FROM definition_versions w LEFT JOIN users p ON p.id = w.written_by
        WHERE w.definition_id = d.id) AS versions
    FROM definitions d
    JOIN definition_versions v ON v.definition_id = d.id AND v.version = coalesce(${version}::integer, d.version)
    LEFT JOIN bodies b ON b.id = d.body_id
    LEFT JOIN users o ON o.id = d.owner_id
    WHERE d.id = ${id} AND (d.shared OR d.owner_id = ${person})`.execute(db);
  return rows[0];
}
