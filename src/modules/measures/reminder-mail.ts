import { signWord } from "#platform/signed-word.ts";
import type { Mail } from "#platform/mail.ts";
import { periodStart } from "#ui/figures/period.ts";
import type { Collector } from "./store/reminders.ts";

export const reminderPurpose = "mute-reminders";

/** What makes a reminder that of one person and one week, without the person. */
export function reminderKey(today: string): { before: string; after: string } {
  return { before: "reminder:", after: `:${periodStart(today, "week")}` };
}

type From = { baseUrl: string; secret: string };

/** At most one a week for each person, however many measures wait and however often it is written. */
export function reminderMail({ baseUrl, secret }: From, to: Collector, today: string): Mail {
  const { before, after } = reminderKey(today);
  const what = to.waiting === 1 ? "1 measure waits" : `${to.waiting} measures wait`;
  return {
    key: `${before}${to.id}${after}`,
    to: to.email,
    subject: to.waiting === 1 ? "A number is waiting for you" : "Numbers are waiting for you",
    body: [
      `Dear ${to.name},`,
      `${what} for a number that you collect. This goes to you and to nobody else.`,
      `Enter it here: ${baseUrl}/me/numbers`,
      `To get no more of these: ${baseUrl}/reminders/${signWord(secret, reminderPurpose, to.id)}`,
      "Throughline",
    ].join("\n\n"),
  };
}
