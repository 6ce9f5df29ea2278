import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import type { DraftDifference } from "../diagram/draft-difference.ts";
import { keepText } from "./texts.ts";

export type DiagramWriting = { planId: string; by: string; at: Date };

/**
 * Writes what is different, with a record of it. Whatever is removed keeps its row, so that its tests and its words
 * stay. Returns the new version of the diagram, or nothing when an id belongs to another plan.
 */
export async function writeDiagram(
  tx: Tx,
  writing: DiagramWriting,
  difference: DraftDifference,
): Promise<number | undefined> {
  const { planId, at } = writing;
  if (!(await writeNodes(tx, writing, difference))) return undefined;
  await removeNodes(tx, writing, difference.removed);
  await unplace(tx, difference.unplaced);
  await place(tx, planId, difference.placed);
  const aim = difference.written.find((node) => node.kind === "aim");
  const { rows } = await sql<{ version: number }>`
    UPDATE plans SET diagram_version = diagram_version + 1, last_edit_at = ${at}, search_text = search_text,
      aim = coalesce(${aim?.text ?? null}, aim), version = version + ${aim ? 1 : 0}
    WHERE id = ${planId} RETURNING diagram_version AS version`.execute(tx);
  const version = rows[0]!.version;
  await keepStates(tx, { ...writing, version }, difference);
  return version;
}

async function writeNodes(tx: Tx, writing: DiagramWriting, { written }: DraftDifference): Promise<boolean> {
  if (written.length === 0) return true;
  const { planId, by, at } = writing;
  const list = JSON.stringify(written.map(({ id, kind, text, version }) => ({ id, kind, text, version })));
  const { rows } = await sql`
    INSERT INTO plan_nodes AS n (id, plan_id, kind, text, version, written_by, written_at)
    SELECT w.id, ${planId}, w.kind, w.text, w.version, ${by}, ${at}
    FROM jsonb_to_recordset(${list}::jsonb) AS w (id uuid, kind text, text text, version integer)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text,
      version = greatest(excluded.version, n.version + CASE WHEN n.removed_at IS NULL THEN 0 ELSE 1 END),
      removed_at = NULL, written_by = excluded.written_by, written_at = excluded.written_at
    WHERE n.plan_id = excluded.plan_id
    RETURNING n.id`.execute(tx);
  if (rows.length < written.length) return false;
  const texts = written.map(({ id, text }) => ({
    thingKind: "node" as const,
    thingId: id,
    field: "text",
    text,
  }));
  await keepText(tx, { planId, by, at, texts });
  return true;
}

async function removeNodes(tx: Tx, { planId, at }: DiagramWriting, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE plan_nodes SET removed_at = ${at}, version = version + 1
    WHERE plan_id = ${planId} AND id = ANY (${ids}::uuid[])`.execute(tx);
}

async function unplace(tx: Tx, links: DraftDifference["unplaced"]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    DELETE FROM node_links l USING jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS w (parent uuid, child uuid)
    WHERE l.parent_id = w.parent AND l.child_id = w.child`.execute(tx);
}

async function place(tx: Tx, planId: string, links: DraftDifference["placed"]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    INSERT INTO node_links (plan_id, parent_id, child_id, position)
    SELECT ${planId}, w.parent, w.child, w.position
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS w (parent uuid, child uuid, position double precision)
    ON CONFLICT (parent_id, child_id) DO UPDATE SET position = excluded.position`.execute(tx);
}

async function keepStates(
  tx: Tx,
  { planId, by, at, version }: DiagramWriting & { version: number },
  { states }: DraftDifference,
): Promise<void> {
  if (states.length === 0) return;
  await sql`
    INSERT INTO diagram_changes (plan_id, node_id, diagram_version, before, after, changed_by, changed_at)
    SELECT ${planId}, w.id, ${version}, nullif(w.before, 'null'), nullif(w.after, 'null'), ${by}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(states)}::jsonb) AS w (id uuid, before jsonb, after jsonb)`.execute(
    tx,
  );
}

/** Where copied nodes come from. */
export async function writeCredits(
  tx: Tx,
  planId: string,
  copies: ReadonlyMap<string, string>,
): Promise<void> {
  const list = [...copies].map(([from, id]) => ({ id, from }));
  await sql`
    UPDATE plan_nodes n SET copied_from = w.from
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS w (id uuid, "from" uuid)
    WHERE n.plan_id = ${planId} AND n.id = w.id`.execute(tx);
}
