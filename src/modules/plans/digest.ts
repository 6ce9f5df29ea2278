import { dayOf } from "#platform/day.ts";
import type { Mail } from "#platform/mail.ts";
import { dayInWords } from "#platform/moments.ts";
import { stopMailLink, type MailDesk } from "./plan-mails.ts";
import type { Digest, DigestPlan, Week } from "./store/digests.ts";

const dayLength = 24 * 60 * 60 * 1000;
const hourOfMail = 7;

/** The week that ended on the last Monday at 7am: at any time until the next it is the same one. */
export function lastWeek(at: Date): Week {
  const monday = at.getUTCDate() - ((at.getUTCDay() + 6) % 7);
  const thisWeek = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), monday, hourOfMail));
  const to = thisWeek > at ? new Date(thisWeek.getTime() - 7 * dayLength) : thisWeek;
  const from = new Date(to.getTime() - 7 * dayLength);
  return { key: dayOf(to), from, to, today: dayOf(to) };
}

/** One mail a person a week, over all that they follow: counts and links, because mail is read by others too. */
export function digestMail(desk: MailDesk, week: Week, { userId, email, plans }: Digest): Mail {
  const said = plans.map((plan) =>
    [
      plan.title,
      ...linesOf(plan),
      `${desk.baseUrl}/plans/${plan.planId}`,
      ...(plan.above > 0 ? [`What moved above it: ${desk.baseUrl}/plans/${plan.planId}/line`] : []),
    ].join("\n"),
  );
  return {
    key: `digest:${week.key}:${userId}`,
    to: email,
    subject: `Your week on Throughline: ${plans.length === 1 ? "1 plan" : `${plans.length} plans`} moved`,
    body: [
      `From ${dayInWords(week.from)} to ${dayInWords(week.to)}.`,
      ...said,
      `To reply, open a plan and choose “Talk”. To choose what we send you:\n${desk.baseUrl}/me/mail`,
      `Stop these mails, without signing in:\n${stopMailLink(desk, userId)}`,
    ].join("\n\n"),
  };
}

function linesOf(plan: DigestPlan): string[] {
  return [
    counted(plan.overdue, "task of yours is overdue", "tasks of yours are overdue"),
    counted(plan.due, "task of yours is due this week", "tasks of yours are due this week"),
    counted(plan.planned, "test was planned", "tests were planned"),
    counted(plan.studied, "test was studied", "tests were studied"),
    counted(plan.measured, "measure has new figures", "measures have new figures"),
    counted(plan.signals, "of them shows a signal", "of them show a signal"),
    counted(plan.comments, "comment was written", "comments were written"),
    counted(
      plan.above,
      "part of a framework that it serves has a new version",
      "parts of a framework that it serves have a new version",
    ),
    counted(plan.decisions, "decision was written down", "decisions were written down"),
  ].filter((line) => line !== "");
}

function counted(count: number, one: string, several: string): string {
  return count === 0 ? "" : `- ${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}
