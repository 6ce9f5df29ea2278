import { signWord } from "#platform/signed-word.ts";
import type { Mail } from "#platform/mail.ts";

/** What mail needs to lead back here: the address of the service, and the secret that signs the link to stop it. */
export type MailDesk = { baseUrl: string; secret: string };

export const stopMailPurpose = "stop-plan-mail";

export function stopMailLink({ baseUrl, secret }: MailDesk, userId: string): string {
  return `${baseUrl}/stop-mail/${signWord(secret, stopMailPurpose, userId)}`;
}

type Mention = {
  to: { id: string; email: string };
  plan: { id: string; title: string };
  commentId: string;
  threadId: string;
};

/** Says that somebody asks for them, and where: what was said stays behind the sign-in. */
export function mentionMail(desk: MailDesk, { to, plan, commentId, threadId }: Mention): Mail {
  return {
    key: `mention:${commentId}:${to.id}`,
    to: to.email,
    subject: `You are asked for in “${plan.title}”`,
    body: [
      `Somebody in “${plan.title}” wrote something for you.`,
      `Read it and reply:\n${desk.baseUrl}/plans/${plan.id}/discussion/${threadId}#comment-${commentId}`,
      `Be silent about this plan only:\n${desk.baseUrl}/plans/${plan.id}/follow`,
      `Stop these mails, without signing in:\n${stopMailLink(desk, to.id)}`,
    ].join("\n\n"),
  };
}
