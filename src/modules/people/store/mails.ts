import type { Db, Tx } from "#platform/database.ts";

export type MailRow = { id: string; recipient: string; subject: string; body: string; written_at: Date };

export async function listMails(db: Db, paging: { size: number; offset: number }): Promise<MailRow[]> {
  return db
    .selectFrom("mails")
    .select(["id", "recipient", "subject", "body", "written_at"])
    .orderBy("written_at", "desc")
    .orderBy("id")
    .limit(paging.size)
    .offset(paging.offset)
    .execute();
}

export async function countMails(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("mails")
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteMailsTo(tx: Tx, recipient: string): Promise<void> {
  await tx.deleteFrom("mails").where("recipient", "=", recipient).execute();
}

/** What was last written to the addresses that somebody had before. */
export async function deleteMailsAboutMoves(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom("mails").where("key", "like", `email-changed:${userId}:%`).execute();
}
