import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";

export type TestNote = {
  id: string;
  text: string;
  fileId: string | null;
  writtenAt: Date;
  writer: string | null;
};

export async function insertNote(
  tx: Tx,
  note: { testId: string; text: string; fileId: string | null; by: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("test_notes")
    .values({
      test_id: note.testId,
      text: note.text,
      file_id: note.fileId,
      written_by: note.by,
      written_at: note.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const mostNotes = 200;

/** What was noted while a test ran, from the first on. */
export async function readNotes(db: Db, testId: string): Promise<TestNote[]> {
  const { rows } = await sql<TestNote>`
    SELECT n.id, n.text, n.file_id AS "fileId", n.written_at AS "writtenAt", u.name AS writer
    FROM test_notes n LEFT JOIN users u ON u.id = n.written_by
    WHERE n.test_id = ${testId} ORDER BY n.written_at, n.id LIMIT ${mostNotes}`.execute(db);
  return rows;
}
