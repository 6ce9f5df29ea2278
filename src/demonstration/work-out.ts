import type pg from "pg";

/** Lets one trigger work out what it keeps, for every row of a table that was filled while its triggers were off. */
export async function workOut(
  client: pg.ClientBase,
  { table, trigger, touching }: { table: string; trigger: string; touching: string },
): Promise<void> {
  await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
  await client.query(`UPDATE ${table} SET ${touching} = ${touching}`);
  await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
}
