import type { Db } from "#platform/database.ts";
import { writeMails } from "#platform/mail.ts";
import { Forbidden } from "#platform/problem.ts";
import { digestMail, lastWeek } from "../digest.ts";
import type { MailDesk } from "../plan-mails.ts";
import { maySendDigests } from "../policy.ts";
import { readDigests, type MovedNode, type Week } from "../store/digests.ts";

const peopleAtOnce = 200;
const nobody = "00000000-0000-0000-0000-000000000000";

/** Asked of whoever knows what moves above plans, of which this module knows nothing. */
export type MovedAbove = (db: Db, week: Pick<Week, "from" | "to">) => Promise<readonly MovedNode[]>;

/** Writes the mail of the week to everybody who has one coming; said again in the same week, nobody gets it twice. */
export async function sendDigests(db: Db, desk: MailDesk, at: Date, askMoved?: MovedAbove): Promise<number> {
  if (!maySendDigests("clock")) throw new Forbidden();
  const week = lastWeek(at);
  const movedAbove = (await askMoved?.(db, week)) ?? [];
  let after = nobody;
  let written = 0;
  for (;;) {
    const digests = await readDigests(db, week, { after, most: peopleAtOnce, movedAbove });
    const mails = digests
      .filter(({ plans }) => plans.length > 0)
      .map((digest) => digestMail(desk, week, digest));
    await writeMails(db, mails, at);
    written += mails.length;
    if (digests.length < peopleAtOnce) return written;
    after = digests.at(-1)!.userId;
  }
}
