import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { frameworkPath } from "../paths.ts";
import { proposalTitle, type Proposal } from "../proposal.ts";
import { versionsPage, type VersionsPage } from "../queries/versions-page.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

/** How the framework changes by what people find: proposals, their answers, and the versions they led to. */
export async function changesPage(c: Request): Promise<Response> {
  const page = await versionsPage(contextOf(c), c.req.param("framework")!);
  const { framework, versions, proposals } = page;
  const open = proposals.filter((proposal) => proposal.state === "open");
  return frameworkPage(c, {
    framework,
    tab: "changes",
    title: "Changes and versions",
    list: listOf({ name: `${framework.key}-proposals`, columns: columnsOf(framework.key), rows: proposals }),
    children: (
      <Column>
        <p>
          The framework is meant to be improved by those who use it. Open any item and propose a change with
          your reason; those who keep the framework adopt it or decline it, and always answer. Version{" "}
          {framework.number} is in force.
        </p>
        <Proposals heading="Waiting for an answer" proposals={open} frameworkKey={framework.key} />
        <Proposals
          heading="Answered"
          proposals={proposals.filter((proposal) => proposal.state !== "open")}
          frameworkKey={framework.key}
        />
        <h2 className="nhsuk-heading-m">Versions ({versions.length})</h2>
        <Compare page={page} />
        <Timeline
          events={versions.map((version) => ({
            title: `Version ${version.number}: ${version.reason}`,
            when: dayInWords(version.madeAt),
            dateTime: version.madeAt.toISOString(),
            by: version.madeBy ?? undefined,
            children:
              version.number === 1 ? null : (
                <p>
                  <a
                    href={frameworkPath(framework.key, "compare", {
                      from: String(version.number - 1),
                      to: String(version.number),
                    })}
                  >
                    What changed from version {version.number - 1}
                  </a>
                </p>
              ),
          }))}
        />
      </Column>
    ),
  });
}

type ProposalsProps = { heading: string; proposals: readonly Proposal[]; frameworkKey: string };

const states = { open: "Open", adopted: "Adopted", declined: "Declined" } as const;

function columnsOf(framework: string): Columns<Proposal> {
  return {
    title: ["What is proposed", (proposal) => proposalTitle(proposal)],
    state: ["State", (proposal) => states[proposal.state]],
    reason: ["Why", (proposal) => proposal.reason],
    proposedBy: ["Proposed by", (proposal) => proposal.proposedBy],
    proposedAt: ["Proposed", (proposal) => proposal.proposedAt],
    answer: ["Answer", (proposal) => proposal.answer],
    answeredAt: ["Answered", (proposal) => proposal.answeredAt],
    address: ["Address", (proposal) => frameworkPath(framework, `proposals/${proposal.id}`)],
  };
}

function Proposals({ heading, proposals, frameworkKey }: ProposalsProps): ReactNode {
  return (
    <section>
      <h2 className="nhsuk-heading-m">
        {heading} ({proposals.length})
      </h2>
      {proposals.length === 0 ? <p>None at the moment.</p> : null}
      <ul className="nhsuk-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <a href={frameworkPath(frameworkKey, `proposals/${proposal.id}`)}>{proposalTitle(proposal)}</a>
            <p className="tl-quiet">
              {states[proposal.state]}
              {proposal.answeredAt ? ` on ${dayInWords(proposal.answeredAt)}` : null}, proposed by{" "}
              {proposal.proposedBy ?? "somebody who has left"} on {dayInWords(proposal.proposedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Compare({ page: { framework, versions } }: { page: VersionsPage }): ReactNode {
  if (versions.length < 2) return null;
  const items = versions.map(({ number }) => ({ value: String(number), text: `Version ${number}` }));
  return (
    <form action={frameworkPath(framework.key, "compare")} method="get" className="tl-search">
      <Select id="from" name="from" label="Compare" value="1" items={items} />
      <Select id="to" name="to" label="With" value={String(framework.number)} items={items} />
      <Button text="Compare" variant="secondary" />
    </form>
  );
}
