import type { Db } from "#platform/database.ts";
import { mayBecomePersona } from "../policy.ts";
import { listPersonaRows } from "../store/personas.ts";

export type Persona = {
  id: string;
  key: string;
  name: string;
  email: string;
  title: string;
  bodyName: string;
  /** One line: what this person would come here to do. */
  purpose: string;
};

/** The people of the demonstration, in the order in which they are offered. */
export async function listPersonas(db: Db, at: Date = new Date()): Promise<Persona[]> {
  const rows = await listPersonaRows(db, at);
  return rows
    .filter((row) => mayBecomePersona(true, row))
    .map((row) => ({
      id: row.id,
      key: row.persona,
      name: row.name,
      email: row.email,
      title: row.job_title || row.name,
      bodyName: row.body_name ?? "",
      purpose: row.about,
    }));
}
