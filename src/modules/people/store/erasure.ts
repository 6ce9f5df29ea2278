import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import { deleteMailsAboutMoves, deleteMailsTo } from "./mails.ts";

/** What is one person's alone, and shared with no work. */
const own = [
  "sessions",
  "accounts",
  "two_factors",
  "profiles",
  "remembered_phones",
  "email_changes",
  "plan_followers",
  "mail_wishes",
  "improvement_reflections",
] as const;

/**
 * Takes a person out. The row of the user stays without anything that says who it was, because shared work
 * names it; the audit holds ids only and is left as it is.
 */
export async function erase(tx: Tx, user: { id: string; email: string }, at: Date): Promise<void> {
  const { id, email } = user;
  await deleteMailsTo(tx, email);
  await deleteMailsAboutMoves(tx, id);
  for (const table of own) {
    await tx.deleteFrom(table).where("user_id", "=", id).execute();
  }
  await tx.deleteFrom("verifications").where("value", "=", id).execute();
  await tx.deleteFrom("submissions").where("actor_id", "=", id).execute();
  await tx.deleteFrom("invitations").where("email", "=", email).execute();
  // Who was invited by the person is another person's address, which nobody needs any more either.
  await tx
    .updateTable("invitations")
    .set({ withdrawn_at: at, email: null })
    .where("created_by", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();
  await tx
    .updateTable("memberships")
    .set({ ended_at: sql<Date>`greatest(started_at, ${at}::timestamptz)` })
    .where("user_id", "=", id)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", at)]))
    .execute();
  await tx
    .updateTable("users")
    .set({
      name: "Former member",
      email: `${id}@erased.invalid`,
      email_verified: false,
      image: null,
      two_factor_enabled: false,
      persona: null,
      erased_at: at,
      updated_at: at,
    })
    .where("id", "=", id)
    .execute();
}
