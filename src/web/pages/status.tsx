import type { ReactNode } from "react";
import { isPlatformAdministrator } from "#platform/actor.ts";
import { readHealth } from "#platform/health.ts";
import { isFailing, type Keeping, type Outcome } from "#platform/keeping.ts";
import { readWaitingMail, type WaitingMail } from "#platform/mail.ts";
import { inWords } from "#platform/moments.ts";
import { Forbidden } from "#platform/problem.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { inFigures } from "#ui/counted.ts";
import { columnPage } from "../column-page.tsx";
import type { Request, Services } from "../env.ts";

/** For the platform's administrators: how the parts are, and when the data was last put into safety. */
export async function statusPage(c: Request): Promise<Response> {
  if (!isPlatformAdministrator(c.get("actor"))) throw new Forbidden(undefined, "/");
  const services = c.get("services");
  const at = c.get("at");
  const [health, mail] = await Promise.all([readHealth(services.db), readWaitingMail(services.db)]);
  const word = (up: boolean): string => (up ? "Working" : "Not answering");
  return columnPage(c, {
    title: "How the service is doing",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <p>As it was on {inWords(at)}.</p>
        <SummaryList
          rows={[
            { key: { text: "Database" }, value: { text: word(health.database) } },
            { key: { text: "Background work" }, value: { text: word(health.queue) } },
            { key: { text: "Email" }, value: { text: mailInWords(mail, services.config.SMTP_URL) } },
          ]}
        />
        <h2>Archive and backup</h2>
        <Kept services={services} at={at} />
      </>
    ),
  });
}

function mailInWords({ count, since }: WaitingMail, smtp: string | undefined): string {
  if (!smtp) return "Is not sent: SMTP_URL is not set";
  if (!since) return "None is waiting to be sent";
  return `${inFigures(count)} waiting to be sent, the oldest since ${inWords(since)}`;
}

function Kept({ services: { config, keeping }, at }: { services: Services; at: Date }): ReactNode {
  if (config.DATABASE_URL)
    return <p>The database is a PostgreSQL of your own, which its own tools archive and back up.</p>;
  if (!keeping)
    return (
      <InsetText>
        <p>
          No archive and no daily backup are kept. Set <code>ARCHIVE_DIR</code> to a folder on another disk
          and start the program again: docs/backup.md says how.
        </p>
      </InsetText>
    );
  return <Outcomes keeping={keeping} at={at} />;
}

const hour = 3_600_000;

/** How old a success may be before somebody should look: the log goes every 4 minutes, a backup once a day. */
const kept = [
  { thing: "archive", name: "Continuous archive", longest: hour / 4 },
  { thing: "backup", name: "Daily backup", longest: 26 * hour },
] as const;

function Outcomes({ keeping, at }: { keeping: Keeping; at: Date }): ReactNode {
  const rows = kept.map((one) => ({ ...one, ...keeping.outcome(one.thing) }));
  const reasons = rows.flatMap(({ name, reason, ...outcome }) =>
    reason && isFailing(outcome) ? [{ name, reason }] : [],
  );
  return (
    <>
      <Table
        firstCellIsHeader
        responsive
        caption="When each last worked, and last did not"
        head={["What", "Now", "Last success", "Last failure"]}
        rows={rows.map(({ name, longest, ...outcome }) => [
          name,
          standing(outcome, longest, at),
          outcome.lastSuccess ? inWords(outcome.lastSuccess) : "None yet",
          outcome.lastFailure ? inWords(outcome.lastFailure) : "None",
        ])}
      />
      {reasons.map(({ name, reason }) => (
        <InsetText key={name}>
          <p>
            <strong>{name}:</strong> {reason}
          </p>
        </InsetText>
      ))}
    </>
  );
}

function standing(outcome: Outcome, longest: number, at: Date): string {
  if (isFailing(outcome)) return "Failing";
  if (!outcome.lastSuccess) return "Has not run yet";
  return +at - +outcome.lastSuccess > longest ? "Late" : "Working";
}
