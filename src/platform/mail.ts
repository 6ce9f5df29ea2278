import { createTransport } from "nodemailer";
import { sql } from "kysely";
import type { Config } from "./config.ts";
import type { Db, Tx } from "./database.ts";
import type { Log } from "./log.ts";

export type Mail = {
  /** What makes this mail this mail: written twice under one key, it is sent once. */
  key: string;
  to: string;
  subject: string;
  body: string;
};

/** Put in the outbox, in the transaction of what it tells of; the postman takes it from there. */
export async function writeMail(tx: Db | Tx, mail: Mail, at: Date): Promise<void> {
  await writeMails(tx, [mail], at);
}

/** Some hundreds at once, as the clock brings them. */
export async function writeMails(tx: Db | Tx, mails: readonly Mail[], at: Date): Promise<void> {
  if (mails.length === 0) return;
  await tx
    .insertInto("mails")
    .values(mails.map(({ to, ...mail }) => ({ ...mail, recipient: to, written_at: at })))
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
}

export type WaitingMail = { count: number; since: Date | null };

/** What has not left yet, and since when. */
export async function readWaitingMail(db: Db): Promise<WaitingMail> {
  const { rows } = await sql<WaitingMail>`
    SELECT count(*) AS count, min(written_at) AS since FROM mails WHERE sent_at IS NULL`.execute(db);
  return rows[0]!;
}

export type Deliver = (mail: { id: string; to: string; subject: string; body: string }) => Promise<void>;

/** Mail leaves by SMTP when that is set; otherwise it rests in the outbox page of a demonstration. */
export function smtpDelivery(config: Pick<Config, "SMTP_URL" | "MAIL_FROM">): Deliver | undefined {
  if (!config.SMTP_URL) return undefined;
  const transport = createTransport(config.SMTP_URL);
  return async (mail) => {
    await transport.sendMail({
      from: config.MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@throughline>`,
    });
  };
}

/**
 * Sends what waits, each mail under a row lock, so that no two workers take the same one. Killed between
 * the server's "accepted" and our commit it may go twice, always under the same Message-ID.
 */
export async function sendWaitingMail(db: Db, deliver: Deliver, log: Log): Promise<number> {
  let sent = 0;
  while (await sendOne(db, deliver, log)) sent += 1;
  return sent;
}

async function sendOne(db: Db, deliver: Deliver, log: Log): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const mail = await tx
      .selectFrom("mails")
      .select(["id", "recipient", "subject", "body", "attempts"])
      .where("sent_at", "is", null)
      .where("attempts", "<", 20)
      .where(sql<boolean>`written_at + attempts * attempts * interval '10 seconds' <= now()`)
      .orderBy("written_at")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return false;
    try {
      await deliver({ id: mail.id, to: mail.recipient, subject: mail.subject, body: mail.body });
      await tx
        .updateTable("mails")
        .set({ sent_at: sql`now()` })
        .where("id", "=", mail.id)
        .execute();
    } catch (error) {
      log.warn({ mail: mail.id, error: (error as Error).name }, "mail not accepted, will try again");
      await tx
        .updateTable("mails")
        .set({ attempts: mail.attempts + 1 })
        .where("id", "=", mail.id)
        .execute();
    }
    return true;
  });
}
