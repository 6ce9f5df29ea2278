import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import { Timeline } from "#ui/timeline.tsx";
import { frameworkPath } from "../paths.ts";
import type { ItemPage } from "../queries/item-page.ts";
import type { Evidence } from "../commitment.ts";

/** What shows it, then what was said of it and when: added to, and never changed. */
export function CommitmentHistory({ page }: { page: ItemPage }): ReactNode {
  const { tracked, progress, can } = page;
  if (!tracked) return null;
  const { steps, evidence, stages } = tracked;
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? id;
  return (
    <>
      <section aria-labelledby="evidence">
        <h2 id="evidence" className="nhsuk-heading-m">
          Evidence ({evidence.filter((one) => one.withdrawnAt === null).length})
        </h2>
        {evidence.length === 0 ? <p>Nothing has been given to show for it yet.</p> : null}
        <ul className="nhsuk-list tl-evidence">
          {evidence.map((one) => (
            <li key={one.id}>
              <EvidenceItem evidence={one} />
              {can.prove && one.withdrawnAt === null ? (
                <p>
                  <a href={frameworkPath(progress.framework.key, `evidence/${one.id}/withdraw`)}>
                    Withdraw<span className="nhsuk-u-visually-hidden"> {one.title}</span>
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="history">
        <h2 id="history" className="nhsuk-heading-m">
          History
        </h2>
        {steps.length === 0 ? <p>Nobody has said yet how it stands.</p> : null}
        <Timeline
          events={steps.map((step) => ({
            title: nameOf(step.stage),
            when: dayInWords(step.saidAt),
            dateTime: step.saidAt.toISOString(),
            by: step.saidBy ? `${step.saidBy}, for ${step.bodyName}` : step.bodyName,
            children: <p className="tl-comment__text">{step.note}</p>,
          }))}
        />
      </section>
    </>
  );
}

function EvidenceItem({ evidence }: { evidence: Evidence }): ReactNode {
  const { title, summary, link, plan, bodyName, addedAt, withdrawnAt, withdrawnReason } = evidence;
  if (plan === "out-of-sight")
    return <p>A piece of work on this platform shows it. Its team has not opened it to you.</p>;
  return (
    <>
      <p>
        <strong>{link === "" ? title : <a href={link}>{title}</a>}</strong>
        {plan ? (
          <>
            {" "}
            (<a href={`/plans/${plan.id}`}>{plan.title}</a>)
          </>
        ) : null}
      </p>
      <p className="tl-comment__text">{summary}</p>
      <p className="tl-quiet">
        Given by {bodyName} on {dayInWords(addedAt)}
        {withdrawnAt ? `. Withdrawn on ${dayInWords(withdrawnAt)}: ${withdrawnReason}` : null}
      </p>
    </>
  );
}
