import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import { dayInWords } from "#platform/moments.ts";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { idOf, itemKinds, keyOf, type ItemKind, type ItemRow } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { proposalTitle } from "../proposal.ts";
import { itemPage as ask, type ItemPage } from "../queries/item-page.ts";
import { CommitmentHistory } from "../views/commitment-history.tsx";
import { Comments } from "../views/comments.tsx";
import { EvaluationList } from "../views/evaluation-list.tsx";
import { EvidenceLine } from "../views/evidence-line.tsx";
import { ItemFacts, numberOf } from "../views/item-facts.tsx";
import { ServingWork } from "../views/serving-work.tsx";
import { TermedText, TermsUsed } from "../views/termed-text.tsx";
import { UnderList } from "../views/under-list.tsx";
import { UnfinishedList } from "../views/unfinished-list.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const done = {
  reported: "What you said was published",
  proved: "The evidence was published",
  withdrawn: "The evidence was withdrawn, and stays in sight with your reason",
  said: "Your comment was published",
  removed: "The comment was taken out",
};

export async function itemPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await ask(context, c.req.param("framework")!, c.req.param("item")!);
  const { item, progress, can } = page;
  const { framework } = progress;
  const home = homes[item.kind];
  const viewer = isPerson(context.actor) ? context.actor.id : null;
  return frameworkPage(c, {
    framework,
    tab: home?.tab ?? "",
    title: titleOf(item),
    success: doneWord(c, done),
    crumbs: [
      ...(home && page.above.length === 0
        ? [{ text: home.text, href: frameworkPath(framework.key, home.page) }]
        : []),
      ...page.above.map((row) => ({ text: titleOf(row), href: itemPath(framework.key, row.key) })),
    ],
    children: (
      <>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <span className="nhsuk-caption-m">
              {itemKinds[item.kind]} {numberOf(item.key)}
            </span>
            <Words item={item} pack={framework.content.pack} />
            <ItemFacts page={page} />
            {"evidence" in item.detail ? (
              <EvidenceLine evidence={item.detail["evidence"] as string[]} pack={framework.content.pack} />
            ) : null}
          </div>
          <div className="nhsuk-grid-column-one-third">
            <Actions page={page} />
          </div>
        </div>
        <UnderList page={page} />
        <Column>
          <UnfinishedList page={page} />
          <ServingWork page={page} />
          <CommitmentHistory page={page} />
          {page.evaluations.length > 0 ? (
            <section aria-labelledby="evaluations">
              <h2 id="evaluations" className="nhsuk-heading-m">
                Evaluations
              </h2>
              <EvaluationList evaluations={page.evaluations} headingLevel={3} />
            </section>
          ) : null}
          <Proposals page={page} />
          <Comments
            heading="Comments"
            comments={page.comments}
            action={`${itemPath(framework.key, item.key)}/comments`}
            removeAt={(comment) => frameworkPath(framework.key, `comments/${comment.id}/remove`)}
            viewer={viewer}
            can={{ discuss: can.discuss, moderate: can.moderate }}
          />
        </Column>
      </>
    ),
  });
}

/** The page that lists an item, where that is not the list of actions. */
const homes: Partial<
  Record<ItemKind, { tab: "glossary" | "more" | "pledges" | "targets"; page: string; text: string }>
> = {
  term: { tab: "glossary", page: "glossary", text: "Glossary" },
  pledge: { tab: "pledges", page: "pledges", text: "Pledges" },
  target: { tab: "targets", page: "targets", text: "Targets" },
  series: { tab: "more", page: "outcomes", text: "Outcomes and existing data" },
  reference: { tab: "more", page: "bibliography", text: "Evidence and bibliography" },
  recommendation: { tab: "more", page: "recommendations", text: "Recommendations" },
  gap: { tab: "more", page: "more", text: "More" },
};

/** Whole where it has a title; otherwise by its kind and number, because a text is no heading. */
function titleOf(item: ItemRow): string {
  const number = numberOf(item.key);
  const known = item.title === "" ? `${itemKinds[item.kind]} ${idOf(item.key)}` : item.title;
  return item.title !== "" && number !== "" && numbered.has(item.kind) ? `${number} ${known}` : known;
}

const numbered: ReadonlySet<string> = new Set(["detail", "action", "recommendation"]);

/** What it says, with the words of the glossary explained where they stand; a term does not explain itself. */
function Words({ item, pack }: { item: ItemRow; pack: Pack }): ReactNode {
  const glossary = pack.glossary.filter(({ id }) => keyOf("term", id) !== item.key);
  const known = { ...pack, glossary };
  return (
    <>
      {item.text === "" ? null : (
        <p className="nhsuk-lede-text">
          <TermedText text={item.text} pack={known} />
        </p>
      )}
      <TermsUsed text={`${item.title}. ${item.text}`} pack={known} />
    </>
  );
}

function Actions({ page }: { page: ItemPage }): ReactNode {
  const { item, progress, can } = page;
  const at = itemPath(progress.framework.key, item.key);
  const links = [
    can.report && { href: `${at}/report`, text: "Say how it stands" },
    can.prove && { href: `${at}/evidence`, text: "Give evidence" },
    can.propose && { href: `${at}/propose`, text: "Propose a change" },
    { href: "#comments", text: "Say what you think" },
  ].filter((link) => link !== false);
  return (
    <section className="tl-aside">
      <h2 className="nhsuk-heading-s">What you can do here</h2>
      <ul className="nhsuk-list">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposals({ page: { proposals, progress } }: { page: ItemPage }): ReactNode {
  if (proposals.length === 0) return null;
  const states = { open: "Open", adopted: "Adopted", declined: "Declined" };
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals" className="nhsuk-heading-m">
        Proposed changes
      </h2>
      <ul className="nhsuk-list">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <a href={frameworkPath(progress.framework.key, `proposals/${proposal.id}`)}>
              {proposalTitle(proposal)}
            </a>
            <p className="tl-quiet">
              {states[proposal.state]}, proposed on {dayInWords(proposal.proposedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
