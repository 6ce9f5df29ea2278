import type { Services } from "#web/env.ts";
import type { MailDesk } from "./plan-mails.ts";

export function mailDesk({ config, secret }: Pick<Services, "config" | "secret">): MailDesk {
  return { baseUrl: config.BASE_URL.replace(/\/$/, ""), secret };
}
