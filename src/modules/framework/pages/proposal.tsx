import type { ReactNode } from "react";
import { z } from "zod";
import { isPerson } from "#platform/actor.ts";
import { dayInWords } from "#platform/moments.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { answerProposal } from "../commands/answer-proposal.ts";
import { responsibleWords, type Responsible } from "../owners.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { horizonName } from "../progress.ts";
import { changes, proposalTitle } from "../proposal.ts";
import { proposalPage as ask, type ProposalPage } from "../queries/proposal-page.ts";
import { Comments } from "../views/comments.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const done = {
  proposed: "Your proposal was published. You will find the answer here",
  answered: "Your answer was published",
  said: "Your comment was published",
  removed: "The comment was taken out",
};

const form = defineForm({
  adopt: {
    kind: "choice",
    label: "What is the answer?",
    options: [
      { value: "yes", label: "Adopt it", hint: "Makes the next version of the framework at once" },
      { value: "no", label: "Decline it" },
    ],
    schema: z.enum(["yes", "no"], "Choose whether it is adopted"),
  },
  answer: {
    kind: "long-text",
    label: "What do you say to whoever proposed it?",
    most: 2000,
    schema: z.string().min(1, "Write an answer").max(2000, "The answer must be 2,000 characters or fewer"),
  },
});

export async function proposalPage(c: Request): Promise<Response> {
  const page = await read(c);
  return draw(c, page, { version: page.proposal.version });
}

export async function saveProposalAnswer(c: Request): Promise<Response> {
  const page = await read(c);
  const { framework, proposal } = page;
  return submitForm(c, {
    form,
    act: async ({ adopt, answer }, version) => {
      const at = { framework: framework.key, proposal: c.req.param("proposal")! };
      await answerProposal(contextOf(c), at, { adopt: adopt === "yes", answer, version });
      return c.redirect(frameworkPath(framework.key, `proposals/${proposal.id}`, { done: "answered" }), 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function read(c: Request): Promise<ProposalPage> {
  return ask(contextOf(c), c.req.param("framework")!, c.req.param("proposal")!);
}

function draw(c: Request, page: ProposalPage, state: FormState, status = 200): Response {
  const { framework, proposal, discussion, can } = page;
  const { actor } = contextOf(c);
  const at = frameworkPath(framework.key, `proposals/${proposal.id}`);
  return frameworkPage(
    c,
    {
      framework,
      tab: "changes",
      title: shortened(proposalTitle(proposal)),
      success: doneWord(c, done),
      hasProblems: Boolean(state.problems?.length) || state.conflict !== undefined,
      crumbs: [{ text: "Changes", href: frameworkPath(framework.key, "changes") }],
      children: (
        <Column>
          <FormProblems form={form} state={state} />
          <Standing page={page} />
          <Facts page={page} />
          {can.answer || state.problems || state.conflict ? (
            <section aria-labelledby="answer-it">
              <h2 id="answer-it" className="nhsuk-heading-m">
                Answer it
              </h2>
              <FormView form={form} state={state} action={`${at}/answer`} submit="Publish the answer" />
            </section>
          ) : null}
          <Comments
            heading="Discussion"
            comments={discussion}
            action={`${at}/comments`}
            removeAt={(comment) => frameworkPath(framework.key, `comments/${comment.id}/remove`)}
            viewer={isPerson(actor) ? actor.id : null}
            can={{ discuss: can.discuss, moderate: can.answer }}
          />
        </Column>
      ),
    },
    status,
  );
}

function shortened(title: string): string {
  return title.length <= 65 ? title : `${title.slice(0, 64).trimEnd()}…`;
}

function Standing({ page: { proposal, framework } }: { page: ProposalPage }): ReactNode {
  if (proposal.state === "open") return <p>This waits for an answer from those who keep the framework.</p>;
  return (
    <InsetText>
      <p>
        <strong>{proposal.state === "adopted" ? "Adopted" : "Declined"}</strong>
        {proposal.answeredAt ? ` on ${dayInWords(proposal.answeredAt)}` : null}
        {proposal.answeredBy ? ` by ${proposal.answeredBy}` : null}
      </p>
      <p className="tl-comment__text">{proposal.answer}</p>
      {proposal.adoptedNumber ? (
        <p>
          <a
            href={frameworkPath(framework.key, "compare", {
              from: String(proposal.adoptedNumber - 1),
              to: String(proposal.adoptedNumber),
            })}
          >
            What changed in version {proposal.adoptedNumber}
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}

function Facts({ page: { proposal, item, framework } }: { page: ProposalPage }): ReactNode {
  const { pack } = framework.content;
  const { horizon, responsible } = proposal.detail as { horizon?: string; responsible?: Responsible[] };
  const inForce = framework.content.item(proposal.itemKey);
  const rows: [string, ReactNode][] = [
    ["What should change", changes[proposal.change]],
    [
      "About",
      inForce ? (
        <a key="about" href={itemPath(framework.key, proposal.itemKey)}>
          {inForce.title || inForce.text}
        </a>
      ) : (
        (item?.title ?? "An item that is gone")
      ),
    ],
    ...(proposal.change === "remove"
      ? []
      : ([
          ["Title", proposal.title || "As it is"],
          ["What it should say", proposal.text],
        ] as [string, ReactNode][])),
    ...(proposal.change === "reword" && item ? ([["What it said", item.text]] as [string, ReactNode][]) : []),
    ...(horizon ? ([["By when", horizonName(pack, horizon)]] as [string, ReactNode][]) : []),
    ...(responsible
      ? ([["Who should lead it", responsibleWords(responsible, pack.bodies)]] as [string, ReactNode][])
      : []),
    ["Why", proposal.reason],
    [
      "Proposed",
      `${dayInWords(proposal.proposedAt)} by ${proposal.proposedBy ?? "somebody who has left"}, of version ${proposal.number}`,
    ],
  ];
  return (
    <SummaryList rows={rows.map(([name, value]) => ({ key: { text: name }, value: { html: value } }))} />
  );
}
