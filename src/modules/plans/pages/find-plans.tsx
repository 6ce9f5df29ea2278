import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import { methods } from "../methods.ts";
import { findPlans, type FoundPlans } from "../queries/find-plans.ts";
import {
  FindPlansForm,
  UnknownPlace,
  NarrowPlans,
  plansAddress,
  plansQueryOf,
  type PlansQuery,
} from "../views/find-plans-form.tsx";
import { planList } from "../views/plan-list.ts";
import { PlanRows } from "../views/plan-rows.tsx";

const done = {
  left: "You are no longer in the team. What you wrote stays.",
  "left-lead":
    "You are no longer in the team, and nobody leads it now. Its page says so to everybody who sees it.",
};

export async function findPlansPage(c: Request): Promise<Response> {
  const query = plansQueryOf((name) => c.req.query(name));
  const found = await findPlans(contextOf(c), { ...query, page: askedPage(c) });
  const title = `Improvement work (${found.paging.total.toLocaleString("en-GB")})`;
  return renderPage(c, {
    title,
    part: { page: found.paging.page, of: found.paging.pages },
    breadcrumbs: [{ text: "Home", href: "/" }],
    list: planList(found),
    success: doneWord(c, done),
    children: (
      <>
        <h1>{title}</h1>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <FindPlansForm query={query} />
            <Ways can={found.can} />
          </div>
        </div>
        <UnknownPlace name={found.unknownPlace} />
        <NarrowPlans path="/plans" query={query} found={found} methods={methods} />
        <Results query={query} found={found} />
      </>
    ),
  });
}

function Ways({ can }: Pick<FoundPlans, "can">): ReactNode {
  return (
    <div className="nhsuk-button-group">
      {can.start ? <Button text="Start a project" href="/plans/new" variant="secondary" /> : null}
      <a href="/methods">Choose a method</a>
      <a href="/tests">What did others try?</a>
      <a href="/portfolio">How the work is going in a place</a>
    </div>
  );
}

function Results({ query, found }: { query: PlansQuery; found: FoundPlans }): ReactNode {
  const { rows, paging, mended } = found;
  if (rows.length === 0) return <NothingFound query={query} can={found.can} />;
  return (
    <>
      <h2 className="nhsuk-u-visually-hidden">What was found</h2>
      {mended ? <p>{`Nothing holds “${query.q.trim()}”. These hold “${mended}”.`}</p> : null}
      <PlanRows rows={rows} label="Improvement work" />
      <PageLinks paging={paging} href={(page) => plansAddress("/plans", query, page)} />
    </>
  );
}

function NothingFound({ query, can }: { query: PlansQuery } & Pick<FoundPlans, "can">): ReactNode {
  const said = query.q.trim();
  const isAll = plansAddress("/plans", query) === "/plans";
  return isAll ? (
    <EmptyState
      heading="No improvement work is in your sight yet"
      {...(can.start && { action: { text: "Start a project", href: startAddress("") } })}
    >
      <p>
        Plans appear here as soon as a team opens one to you. What is open to its team only is not shown here.
      </p>
    </EmptyState>
  ) : (
    <EmptyState
      heading={said === "" ? "Nothing that you can see fits these filters" : `Nothing found for “${said}”`}
      {...(can.start && { action: { text: "Be the first to start it", href: startAddress(said) } })}
    >
      <p>Try fewer or other words, or take a filter off. What is open to its team only is not shown here.</p>
    </EmptyState>
  );
}

function startAddress(said: string): string {
  return said === "" ? "/plans/new" : `/plans/new?${new URLSearchParams({ sentence: said })}`;
}
