import type { Db, Tx } from "#platform/database.ts";
import { writeMail } from "#platform/mail.ts";
import { checkMail, leadGoneMail, slippingMail } from "../mails.ts";
import type { Plans } from "../plans-services.ts";
import { mayBeTold } from "../policy.ts";
import { readAddresses, readKeepers, takeDueChecks, takeLeadless, takeSlipping } from "../store/help.ts";

/**
 * What the clock brings: a finished project is asked how it stands, whoever keeps one going is told when it slips,
 * and those beside a lead who has gone are told. Each is marked in the transaction that writes the mail, so that
 * nobody is told twice.
 */
export async function tellOfPlans(db: Db, { baseUrl }: Pick<Plans, "baseUrl">, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await askHowItStands(tx, baseUrl, at);
    await warnOfSlipping(tx, baseUrl, at);
    await tellOfLeadless(tx, baseUrl, at);
  });
}

async function askHowItStands(tx: Tx, baseUrl: string, at: Date): Promise<void> {
  for (const { planId, months } of await takeDueChecks(tx, at.toISOString().slice(0, 10), at))
    for (const email of await readAddresses(tx, planId, mayBeTold("follow-up"))) {
      const key = `${planId}:${months}:${email}`;
      await writeMail(tx, checkMail(baseUrl, { email, planId, key }, months), at);
    }
}

async function warnOfSlipping(tx: Tx, baseUrl: string, at: Date): Promise<void> {
  for (const { planId, since } of await takeSlipping(tx))
    for (const email of await readKeepers(tx, planId, mayBeTold("slipping")))
      await writeMail(tx, slippingMail(baseUrl, { email, planId, key: `${planId}:${since}:${email}` }), at);
}

async function tellOfLeadless(tx: Tx, baseUrl: string, at: Date): Promise<void> {
  for (const { planId, since } of await takeLeadless(tx, at))
    for (const email of await readAddresses(tx, planId, mayBeTold("lead-gone"))) {
      const key = `${planId}:${since.getTime()}:${email}`;
      await writeMail(tx, leadGoneMail(baseUrl, { email, planId, key }), at);
    }
}
