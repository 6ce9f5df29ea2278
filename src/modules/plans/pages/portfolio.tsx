import type { ReactNode } from "react";
import { randomUUID } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import { isId } from "#platform/id.ts";
import { NotFound } from "#platform/problem.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { Tiles } from "#ui/tiles.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import { dropView, keepView } from "../commands/keep-view.ts";
import { methods } from "../methods.ts";
import {
  planStateHints,
  planStateLabels,
  planStates,
  priorities,
  priorityLabels,
  type PlanLine,
  type PlanState,
} from "../plan-line.ts";
import { portfolio, type Portfolio } from "../queries/portfolio.ts";
import { weeksToChoose } from "../weeks.ts";
import { quietReasons } from "../quiet-reasons.ts";
import {
  NarrowPlans,
  UnknownPlace,
  plansAddress,
  plansQueryOf,
  portfolioPath,
  type PlansQuery,
} from "../views/find-plans-form.tsx";
import { portfolioList } from "../views/plan-list.ts";
import { PlanRows } from "../views/plan-rows.tsx";
import { counted } from "#ui/counted.ts";

const done = { kept: "The view is kept.", dropped: "The view is gone." };
const path = portfolioPath;

/** How the work is going: one's own organisation first, where no place is asked for. */
export async function portfolioPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const asked = plansQueryOf((name) => c.req.query(name));
  const home = isPerson(context.actor) ? context.actor.roles[0]?.bodyCode : undefined;
  const query = c.req.query("place") === undefined && home ? { ...asked, place: home } : asked;
  const found = await portfolio(context, { ...query, page: askedPage(c) });
  const where = found.narrowed.place?.name ?? "everywhere";
  return renderPage(c, {
    title: "How the work is going",
    section: "Improvement work",
    part: { page: found.paging.page, of: found.paging.pages },
    breadcrumbs: [{ text: "Improvement work", href: "/plans" }],
    list: portfolioList(found),
    success: doneWord(c, done),
    children: (
      <>
        <h1>
          <span className="nhsuk-caption-l">{where === "everywhere" ? "Everywhere" : where}</span>
          How the work is going
        </h1>
        <UnknownPlace name={found.unknownPlace} />
        <p>
          You see {counted(found.counts.total, "plan")} here: those that are in your sight. Nothing is put in
          order of who does better.
        </p>
        <NarrowPlans path={path} query={query} found={found} methods={methods} />
        <States query={query} found={found} />
        <Mix query={query} found={found} />
        <List query={query} found={found} />
        <Views query={query} found={found} />
      </>
    ),
  });
}

/** What follows the question mark. */
function searchOf(query: PlansQuery): string {
  return plansAddress(path, query).slice(path.length + 1);
}

type Shown = { query: PlansQuery; found: Portfolio };

/** Out of how many each count is. */
const outOf: Record<PlanState, (counts: Portfolio["counts"]) => string> = {
  improving: ({ going }) => `of ${going.toLocaleString("en-GB")} that go on`,
  stuck: ({ going }) => `of ${going.toLocaleString("en-GB")} that go on`,
  help: ({ going }) => `of ${going.toLocaleString("en-GB")} that go on`,
  finished: ({ ended }) => `of ${ended.toLocaleString("en-GB")} that have ended`,
  watch: ({ lasting }) => `of ${lasting.toLocaleString("en-GB")} that are sustained or finished`,
};

function States({ query, found }: Shown): ReactNode {
  return (
    <Tiles
      headingLevel={2}
      tiles={planStates.map((state) => ({
        title: planStateLabels[state],
        href: plansAddress(path, { ...query, state }),
        figure: found.counts[state].toLocaleString("en-GB"),
        text: `${outOf[state](found.counts)}. ${planStateHints[state]}.`,
      }))}
    />
  );
}

function Mix({ query, found }: Shown): ReactNode {
  return (
    <p>
      Whose priority it is:{" "}
      {priorities.map((priority, index) => (
        <span key={priority}>
          {index > 0 ? ", " : ""}
          <a href={plansAddress(path, { ...query, priority })}>
            {priorityLabels[priority]} ({found.counts[priority].toLocaleString("en-GB")})
          </a>
        </span>
      ))}
      . With a patient or carer partner:{" "}
      <a href={plansAddress(path, { ...query, partner: "yes" })}>
        {found.counts.withPartner.toLocaleString("en-GB")} of {found.counts.total.toLocaleString("en-GB")}
      </a>
      .
    </p>
  );
}

function List({ query, found }: Shown): ReactNode {
  const { state } = found.narrowed;
  const title = state ? planStateLabels[state] : "All of them";
  return (
    <section aria-labelledby="portfolio-list">
      <h2 id="portfolio-list">
        {title} ({found.paging.total.toLocaleString("en-GB")})
      </h2>
      {state === "stuck" ? <Weeks query={query} weeks={found.weeks} /> : null}
      {found.rows.length === 0 ? <NoneSeen query={query} /> : null}
      <PlanRows rows={found.rows} label={title} note={(line) => noteOf(line, found)} />
      <PageLinks paging={found.paging} href={(page) => plansAddress(path, query, page)} />
    </section>
  );
}

function NoneSeen({ query }: { query: PlansQuery }): ReactNode {
  return (
    <p>
      None that you can see.{" "}
      {query.place ? (
        <a href={plansAddress(path, { ...query, place: "", state: "" })}>Look everywhere</a>
      ) : null}
      {query.place ? ", or " : ""}
      <a href="/plans/new">{query.place ? "start a project" : "Start a project"}</a>.
    </p>
  );
}

function Weeks({ query, weeks }: { query: PlansQuery; weeks: number }): ReactNode {
  return (
    <p>
      Counted as stuck: no data, no test or no edit, as far as its stage calls for them, for {weeks} weeks.
      Count instead{" "}
      {weeksToChoose
        .filter((one) => one !== weeks)
        .map((one, index) => (
          <span key={one}>
            {index > 0 ? ", " : ""}
            <a href={plansAddress(path, { ...query, weeks: String(one) })}>{one} weeks</a>
          </span>
        ))}
      .
    </p>
  );
}

/** Why a plan stands in this list, and what can be done for it. */
function noteOf(line: PlanLine, found: Portfolio): ReactNode {
  const { state } = found.narrowed;
  const reasons = state === "stuck" ? quietReasons(line, found.quietBefore) : [];
  return (
    <>
      {reasons.length > 0 ? (
        <p>
          For {found.weeks} weeks or more: {reasons.join(", ")}.
        </p>
      ) : null}
      {state === "help" && line.helpWanted ? <p className="tl-written">Asks for: {line.helpWanted}</p> : null}
      {state === "help" && !line.hasLead ? <p>Nobody leads it now.</p> : null}
      {state === "watch" && line.slippingSince ? <p>A measure has moved the other way.</p> : null}
      {found.can.send && (state === "stuck" || state === "help" || state === "watch") ? (
        <p>
          <a href={`/plans/${line.id}/send-help`}>
            Send help<span className="nhsuk-u-visually-hidden"> to {line.title}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

function Views({ query, found }: Shown): ReactNode {
  return (
    <section aria-labelledby="views">
      <h2 id="views">Your views</h2>
      <ul className="nhsuk-list">
        {found.views.map((view) => (
          <li key={view.id}>
            <a href={`${path}?${view.query}`}>{view.name}</a>{" "}
            <PostButton
              action={`${path}/views/${view.id}/remove`}
              text="Remove"
              about={view.name}
              variant="secondary"
              small
            />
          </li>
        ))}
      </ul>
      <Details summary="Keep this view">
        <form action={`${path}/views`} method="post">
          <input type="hidden" name="_key" value={randomUUID()} />
          <input type="hidden" name="query" value={searchOf(query)} />
          <Input
            id="name"
            name="name"
            label={{ text: "A name for it" }}
            hint={{ text: "Only you see it" }}
            width={20}
          />
          <Button text="Keep it" variant="secondary" />
        </form>
      </Details>
    </section>
  );
}

export async function keepViewForm(c: Request): Promise<Response> {
  const given = (name: string): string => {
    const value = c.get("form")?.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  // Only what narrows a portfolio is kept, whatever was sent.
  const sent = new URLSearchParams(given("query").slice(0, 1000));
  const query = searchOf(plansQueryOf((name) => sent.get(name) ?? undefined));
  const name = given("name").slice(0, 100) || "A view";
  await keepView(ownContext(c), { name, query });
  return c.redirect(`${path}?${query}${query ? "&" : ""}done=kept`, 303);
}

export async function dropViewForm(c: Request): Promise<Response> {
  const id = c.req.param("view");
  if (!isId(id)) throw new NotFound();
  await dropView(ownContext(c), id);
  return c.redirect(`${path}?done=dropped`, 303);
}
