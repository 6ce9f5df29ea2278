import type { Db } from "#platform/database.ts";
import { writeMail } from "#platform/mail.ts";
import { checkMail, leadGoneMail } from "../mails.ts";
import type { Plans } from "../plans-services.ts";
import { mayBeTold } from "../policy.ts";
import { readAddresses, takeDueChecks, takeLeadless } from "../store/help.ts";

/**
 * What the clock brings: a finished project is asked how it stands, and those beside a lead who has gone are told.
 * Each is marked in the transaction that writes the mail, so that nobody is told twice.
 */
export async function tellOfPlans(db: Db, { baseUrl }: Pick<Plans, "baseUrl">, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { planId, months } of await takeDueChecks(tx, at.toISOString().slice(0, 10), at))
      for (const email of await readAddresses(tx, planId, mayBeTold("follow-up")))
        await writeMail(
          tx,
          checkMail(baseUrl, { email, planId, key: `${planId}:${months}:${email}` }, months),
          at,
        );
    for (const { planId, since } of await takeLeadless(tx, at))
      for (const email of await readAddresses(tx, planId, mayBeTold("lead-gone")))
        await writeMail(
          tx,
          leadGoneMail(baseUrl, { email, planId, key: `${planId}:${since.getTime()}:${email}` }),
          at,
        );
  });
}
