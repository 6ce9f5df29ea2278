import type { Db } from "#platform/database.ts";

export type KeptFor = {
  submissionsDays: number;
  attemptsDays: number;
  invitationsDays: number;
  mailsDays: number;
};

const day = 24 * 60 * 60_000;

export async function deleteExpired(db: Db, at: Date, kept: KeptFor): Promise<void> {
  const before = (days: number): Date => new Date(at.getTime() - days * day);
  await db.deleteFrom("sessions").where("expires_at", "<=", at).execute();
  await db.deleteFrom("remembered_phones").where("expires_at", "<=", at).execute();
  await db.deleteFrom("verifications").where("expires_at", "<=", at).execute();
  await db.deleteFrom("email_changes").where("expires_at", "<=", at).execute();
  await db.deleteFrom("invitations").where("expires_at", "<=", before(kept.invitationsDays)).execute();
  await db.deleteFrom("submissions").where("at", "<=", before(kept.submissionsDays)).execute();
  await db.deleteFrom("rate_limits").where("last_at", "<=", before(kept.attemptsDays)).execute();
  await db.deleteFrom("mails").where("sent_at", "<=", before(kept.mailsDays)).execute();
}
