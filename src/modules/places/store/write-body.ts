import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { BodyText } from "../body.ts";

/** True when the body was still at this version, and is now at the next. */
export async function writeText(
  tx: Tx,
  at: { id: string; version: number },
  text: BodyText,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("bodies")
    .set({
      purpose: text.purpose,
      not_for: text.notFor,
      funded_by: text.fundedBy,
      accountable_to: text.accountableTo,
      address: text.address,
      town: text.town,
      postcode: text.postcode,
      contact_name: text.contactName,
      contact_email: text.contactEmail,
      contact_phone: text.contactPhone,
      website: text.website,
      version: at.version + 1,
    })
    .where("id", "=", at.id)
    .where("version", "=", at.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type NewTeam = { kind: string; name: string; purpose: string; parentId: string; openedOn: string };

export async function insertTeam(tx: Tx, team: NewTeam): Promise<{ id: string; code: string }> {
  const { rows } = await sql<{ id: string; code: string }>`
    INSERT INTO bodies (kind, code, name, purpose, parent_id, opened_on)
    VALUES (${team.kind}, 'TEAM-' || nextval('team_codes'), ${team.name}, ${team.purpose}, ${team.parentId}, ${team.openedOn})
    RETURNING id, code`.execute(tx);
  return rows[0]!;
}

export async function insertNation(
  tx: Tx,
  nation: { name: string; openedOn: string },
): Promise<{ id: string; code: string }> {
  return tx
    .insertInto("bodies")
    .values({ kind: "nation", code: "ENG", name: nation.name, opened_on: nation.openedOn })
    .returning(["id", "code"])
    .executeTakeFirstOrThrow();
}

export type Renaming = { id: string; version: number; name: string; oldName: string; from: string };

export async function rename(tx: Tx, renaming: Renaming): Promise<boolean> {
  const { id, version, name, oldName, from } = renaming;
  const { numUpdatedRows } = await tx
    .updateTable("bodies")
    .set({ name, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .insertInto("former_names")
    .values({ body_id: id, name: oldName, until: from })
    .onConflict((same) => same.doNothing())
    .execute();
  return true;
}

/** In one order for everybody, so that two mergers at once wait for each other and neither is undone. */
export async function lockBodies(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; closedOn: string | null }[]> {
  const { rows } = await sql<{ id: string; closedOn: string | null }>`
    SELECT id, closed_on AS "closedOn" FROM bodies WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`.execute(
    tx,
  );
  return rows;
}

export type Closure = { ids: readonly string[]; on: string; successorId: string | null };

/** Closes them, and puts what stood open below them below their successor. */
export async function close(tx: Tx, { ids, on, successorId }: Closure): Promise<void> {
  await sql`UPDATE bodies SET closed_on = ${on}, successor_id = ${successorId}, version = version + 1
    WHERE id = ANY (${[...ids]}::uuid[])`.execute(tx);
  if (successorId === null) return;
  await sql`UPDATE bodies SET parent_id = ${successorId}, version = version + 1
    WHERE parent_id = ANY (${[...ids]}::uuid[]) AND closed_on IS NULL AND id <> ${successorId}`.execute(tx);
}

export async function countOpenBelow(db: Db, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM bodies WHERE parent_id = ANY (${[...ids]}::uuid[]) AND closed_on IS NULL
      AND NOT id = ANY (${[...ids]}::uuid[])`.execute(db);
  return rows[0]!.count;
}

export async function move(
  tx: Tx,
  body: { id: string; version: number },
  parentId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("bodies")
    .set({ parent_id: parentId, version: body.version + 1 })
    .where("id", "=", body.id)
    .where("version", "=", body.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Which of these codes are open areas; whoever is not among them is not one to sit in. */
export async function readAreaIds(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    SELECT b.code, b.id FROM bodies b JOIN body_kinds k USING (kind)
    WHERE b.code = ANY (${[...codes]}) AND k.tier = 'area' AND b.closed_on IS NULL`.execute(db);
  return new Map(rows.map((row) => [row.code, row.id]));
}

export type Seating = { id: string; version: number; areaIds: readonly string[]; since: string };

export async function sitIn(tx: Tx, { id, version, areaIds, since }: Seating): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("bodies")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await sql`DELETE FROM area_members WHERE body_id = ${id} AND NOT area_id = ANY (${[...areaIds]}::uuid[])`.execute(
    tx,
  );
  await sql`INSERT INTO area_members (body_id, area_id, since)
    SELECT ${id}::uuid, area, ${since}::date FROM unnest(${[...areaIds]}::uuid[]) area
    ON CONFLICT DO NOTHING`.execute(tx);
  return true;
}
