import { dayOf } from "#platform/day.ts";
import type { Db } from "#platform/database.ts";
import { writeMails } from "#platform/mail.ts";
import { duePeriods } from "../due.ts";
import { mayBeReminded } from "../policy.ts";
import { reminderKey, reminderMail } from "../reminder-mail.ts";
import { listCollectors } from "../store/reminders.ts";

const atOnce = 500;
const first = "00000000-0000-0000-0000-000000000000";

type From = { baseUrl: string; secret: string };

/** Writes to each named collector for whom something waits, once a week. Says how many. */
export async function remindCollectors(db: Db, from: From, at: Date): Promise<number> {
  const today = dayOf(at);
  const due = duePeriods(today);
  let count = 0;
  for (let after = first; ;) {
    const collectors = await listCollectors(db, { due, after, limit: atOnce, key: reminderKey(today) });
    const mails = collectors
      .filter((collector) => mayBeReminded(collector))
      .map((collector) => reminderMail(from, collector, today));
    await writeMails(db, mails, at);
    count += mails.length;
    const last = collectors.at(-1);
    if (!last || collectors.length < atOnce) return count;
    after = last.id;
  }
}
