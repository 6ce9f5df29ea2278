import { smtpDelivery, sendWaitingMail } from "#platform/mail.ts";
import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { forgetExpired } from "./commands/forget-expired.ts";

/** The post, and the sweeping: what nobody asks for and must happen all the same. */
export function peopleJobs(services: Services): JobKind<never>[] {
  const { config, db, log, clock } = services;
  const deliver = smtpDelivery(config);
  const sweep: JobKind<never> = {
    name: "forget-expired",
    every: "23 * * * *",
    work: () => forgetExpired(db, clock()),
  };
  const post: JobKind<never> = {
    name: "send-mail",
    every: "* * * * *",
    everySeconds: 2,
    work: async () => {
      if (deliver) await sendWaitingMail(db, deliver, log);
    },
  };
  return [post, sweep];
}
